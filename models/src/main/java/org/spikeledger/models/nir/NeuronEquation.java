package org.spikeledger.models.nir;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.spikeledger.models.graph.Neuron;

/**
 * A neuron's discrete form as NIR's equations, for other readers: by forward Euler at a timestep of
 * 1e-4 s they arrive at the same coefficients. Where nothing leaks or drifts: IF with r = gain /
 * dt. Else LIF with tau = dt / (1 - leak), r = gain / (1 - leak), v_leak = drift / (1 - leak); a
 * leak of 1 beside other leaks becomes the largest float32 below 1, as a time constant is finite.
 */
final class NeuronEquation {

  private static final double TIMESTEP_SECONDS = 1e-4;

  private final Neuron neuron;

  NeuronEquation(Neuron neuron) {
    this.neuron = neuron;
  }

  /** The NIR type that says this neuron. */
  String type() {
    return neuron.leak().isAll(1f) && neuron.drift().isZero() ? "IF" : "LIF";
  }

  /** Whether a layer of this many neurons can have these parameters. */
  boolean fits(int neurons) {
    return Stream.of(
            neuron.leak(),
            neuron.gain(),
            neuron.drift(),
            neuron.firing().threshold(),
            neuron.firing().resetValue())
        .allMatch(values -> values.isScalar() || values.size() == neurons);
  }

  /** The fields of that type by name, each as a function of the neuron's index in the layer. */
  Map<String, IntToDoubleFunction> fields() {
    Map<String, IntToDoubleFunction> fields = new LinkedHashMap<>();
    if (type().equals("IF")) {
      fields.put("r", i -> neuron.gain().get(i) / TIMESTEP_SECONDS);
    } else {
      fields.put("tau", i -> TIMESTEP_SECONDS / lost(i));
      fields.put("r", i -> neuron.gain().get(i) / lost(i));
      fields.put("v_leak", i -> neuron.drift().get(i) / lost(i));
    }
    fields.put("v_threshold", i -> neuron.firing().threshold().get(i));
    fields.put("v_reset", i -> neuron.firing().resetValue().get(i));
    return fields;
  }

  private double lost(int index) {
    float leak = neuron.leak().get(index);
    return 1.0 - (leak == 1f ? Math.nextDown(1f) : leak);
  }
}

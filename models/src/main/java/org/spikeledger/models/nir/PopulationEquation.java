package org.spikeledger.models.nir;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Synapse;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.Threshold;

/**
 * A population's discrete form as NIR's equations, for other readers: by forward Euler at a
 * timestep of 1e-4 s they arrive at the same coefficients. Where nothing leaks or drifts: IF or I
 * with r = gain / dt. Else LIF, LI, CubaLIF or CubaLI with tau = dt / (1 - leak), r = gain / (1 -
 * leak), v_leak = drift / (1 - leak), and for the synaptic current tau_syn and w_in alike; a leak
 * of 1 beside other leaks becomes the largest float32 below 1, as a time constant is finite.
 */
final class PopulationEquation {

  /** The timestep at which other readers arrive at our coefficients. */
  static final double TIMESTEP_SECONDS = 1e-4;

  private final Population population;

  PopulationEquation(Population population) {
    this.population = population;
  }

  /** The NIR type that says this population. */
  String type() {
    if (population instanceof Threshold) {
      return "Threshold";
    }
    String fires = population instanceof Neuron ? "F" : "";
    if (population.synapse().isPresent()) {
      return "CubaLI" + fires;
    }
    return (leaks() ? "LI" : "I") + fires;
  }

  private boolean leaks() {
    return !population.leak().isAll(1f) || !population.drift().isZero();
  }

  /** Whether a layer of this many units can have these parameters. */
  boolean fits(int units) {
    Stream<Tensor> membrane = Stream.of(population.leak(), population.gain(), population.drift());
    Stream<Tensor> synaptic =
        population.synapse().stream().flatMap(each -> Stream.of(each.leak(), each.gain()));
    Stream<Tensor> firing =
        population instanceof Neuron neuron
            ? Stream.of(neuron.firing().threshold(), neuron.firing().resetValue())
            : Stream.of();
    return Stream.of(membrane, synaptic, firing)
        .flatMap(each -> each)
        .allMatch(values -> values.isScalar() || values.size() == units);
  }

  /** The fields of that type by name, each as a function of the unit's index in the layer. */
  Map<String, IntToDoubleFunction> fields() {
    Map<String, IntToDoubleFunction> fields = new LinkedHashMap<>();
    if (population instanceof Threshold threshold) {
      fields.put("threshold", i -> threshold.threshold().get(i));
      return fields;
    }
    putMembrane(fields);
    if (population instanceof Neuron neuron) {
      Firing firing = neuron.firing();
      fields.put("v_threshold", i -> firing.threshold().get(i));
      fields.put("v_reset", i -> firing.resetValue().get(i));
    }
    return fields;
  }

  private void putMembrane(Map<String, IntToDoubleFunction> fields) {
    Tensor leak = population.leak();
    boolean synaptic = population.synapse().isPresent();
    if (!synaptic && !leaks()) {
      fields.put("r", i -> population.gain().get(i) / TIMESTEP_SECONDS);
      return;
    }
    if (synaptic) {
      Synapse synapse = population.synapse().get();
      fields.put("tau_syn", i -> TIMESTEP_SECONDS / lost(synapse.leak(), i));
      fields.put("w_in", i -> synapse.gain().get(i) / lost(synapse.leak(), i));
    }
    fields.put(synaptic ? "tau_mem" : "tau", i -> TIMESTEP_SECONDS / lost(leak, i));
    fields.put("r", i -> population.gain().get(i) / lost(leak, i));
    fields.put("v_leak", i -> population.drift().get(i) / lost(leak, i));
  }

  private static double lost(Tensor leaks, int index) {
    float leak = leaks.get(index);
    return 1.0 - (leak == 1f ? Math.nextDown(1f) : leak);
  }
}

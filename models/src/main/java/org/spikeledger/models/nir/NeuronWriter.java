package org.spikeledger.models.nir;

import java.util.function.IntToDoubleFunction;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Shape;

/**
 * A neuron's discrete form as NIR's equations, for other readers: by forward Euler at a timestep of
 * 1e-4 s they arrive at the same coefficients. Where nothing leaks or drifts: IF with r = gain /
 * dt. Else LIF with tau = dt / (1 - leak), r = gain / (1 - leak), v_leak = drift / (1 - leak); a
 * leak of 1 beside other leaks becomes the largest float32 below 1, as a time constant is finite.
 * Every parameter has the layer's shape, which readers expect.
 */
final class NeuronWriter {

  private static final double TIMESTEP_SECONDS = 1e-4;

  private final Neuron neuron;
  private final Shape shape;
  private final HdfOutput output;

  NeuronWriter(Neuron neuron, Shape shape, HdfOutput output) {
    this.neuron = neuron;
    this.shape = shape;
    this.output = output;
  }

  /** The NIR type that {@link #write} writes. */
  String type() {
    return neuron.leak().isAll(1f) && neuron.drift().isZero() ? "IF" : "LIF";
  }

  void write() {
    if (type().equals("IF")) {
      parameter("r", i -> neuron.gain().get(i) / TIMESTEP_SECONDS);
    } else {
      parameter("tau", i -> TIMESTEP_SECONDS / lost(i));
      parameter("r", i -> neuron.gain().get(i) / lost(i));
      parameter("v_leak", i -> neuron.drift().get(i) / lost(i));
    }
    parameter("v_threshold", i -> neuron.firing().threshold().get(i));
    parameter("v_reset", i -> neuron.firing().resetValue().get(i));
  }

  private double lost(int index) {
    float leak = neuron.leak().get(index);
    return 1.0 - (leak == 1f ? Math.nextDown(1f) : leak);
  }

  private void parameter(String name, IntToDoubleFunction value) {
    double[] values = new double[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsDouble(i);
    }
    output.doubles(name, shape, values);
  }
}

package org.spikeledger.simulator.quantise;

import java.util.function.IntToDoubleFunction;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Tensor;

/**
 * A population of whole potentials, one of which stands for gain times the scale of its channel.
 *
 * @param name of the node
 * @param population of float32
 * @param scales of its channels
 */
record QuantisedPopulation(String name, Population population, ChannelScales scales) {

  Neuron node() {
    if (!(population instanceof Neuron neuron)) {
      throw EventUnits.refused("a population fires and has no synaptic current", name);
    }
    Firing firing = neuron.firing();
    Tensor threshold = each(i -> Math.max(1, Math.rint(firing.threshold().get(i) / unit(i))));
    boolean toValue = firing.resetRule() == ResetRule.TO_VALUE;
    Firing whole =
        new Firing(
            threshold,
            firing.thresholdRule(),
            firing.spikeRule(),
            firing.resetRule(),
            toValue ? each(i -> firing.resetValue().get(i) / unit(i)) : Tensor.scalar(0f));
    Tensor one = Tensor.scalar(1f);
    if (neuron.leak().isAll(1f) && neuron.drift().isZero()) {
      return new IF(one, whole);
    }
    Tensor drift =
        neuron.drift().isZero() ? Tensor.scalar(0f) : each(i -> neuron.drift().get(i) / unit(i));
    return new LIF(leak(neuron.leak()), one, drift, whole, LeakRounding.WHOLE);
  }

  private double unit(int index) {
    double gain = population.gain().get(index);
    if (gain <= 0) {
      throw EventUnits.refused("a gain is above 0 (gain=" + gain + ")", name);
    }
    return gain * scales.ofNeuron(index);
  }

  private static Tensor leak(Tensor leak) {
    float[] rounded = leak.toArray();
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] =
          ChannelScales.whole((double) rounded[i] * LeakRounding.WHOLE_ONE)
              / LeakRounding.WHOLE_ONE;
    }
    return Tensor.adopt(leak.shape(), rounded);
  }

  /** A whole value for each neuron, by its index in NIR's order. */
  private Tensor each(IntToDoubleFunction value) {
    float[] values = new float[scales.ofNeurons().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ChannelScales.whole(value.applyAsDouble(i));
    }
    return Tensor.adopt(scales.ofNeurons().shape(), values);
  }
}

package org.spikeledger.simulator.plan;

import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.I;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;

/**
 * A population's parameters as the kernels read them.
 *
 * @param leak kept of the potential
 * @param gain of the current
 * @param drift added in each timestep; none is -0.0, the only addend that changes no bit
 * @param threshold what a spike takes from the potential; infinite for the output
 * @param bound a potential above it fires: the threshold, or the next smaller float where a
 *     potential equal to the threshold fires too
 * @param resetValue after a reset to a value
 * @param wholeLeak whether the kept potential is rounded to a whole number
 * @param several whether a neuron can give several spikes in one timestep
 * @param subtract whether the reset is by subtraction
 */
public record NeuronParameters(
    Parameter leak,
    Parameter gain,
    Parameter drift,
    Parameter threshold,
    Parameter bound,
    Parameter resetValue,
    boolean wholeLeak,
    boolean several,
    boolean subtract) {

  /** The parameters of a population, or of the output. */
  public static NeuronParameters of(Node node, Layout layout) {
    if (!(node instanceof Population population)) {
      return accumulating(layout);
    }
    return population instanceof Neuron neuron
        ? firing(neuron, layout)
        : integrating(population, layout);
  }

  private static NeuronParameters firing(Neuron neuron, Layout layout) {
    Firing firing = neuron.firing();
    boolean atThreshold = firing.thresholdRule() == ThresholdRule.GREATER_OR_EQUAL;
    return new NeuronParameters(
        Parameter.of(neuron.leak(), layout),
        Parameter.of(neuron.gain(), layout),
        drift(neuron, layout),
        Parameter.of(firing.threshold(), layout),
        Parameter.of(firing.threshold(), layout, each -> atThreshold ? Math.nextDown(each) : each),
        Parameter.of(firing.resetValue(), layout),
        neuron.leakRounding() == LeakRounding.WHOLE,
        firing.spikeRule() == SpikeRule.MULTIPLE,
        firing.resetRule() == ResetRule.BY_SUBTRACTION);
  }

  /** Whether every parameter has one value for all neurons. */
  public boolean uniform() {
    return leak.isUniform()
        && gain.isUniform()
        && drift.isUniform()
        && threshold.isUniform()
        && bound.isUniform()
        && resetValue.isUniform();
  }

  private static NeuronParameters accumulating(Layout layout) {
    return integrating(new I(Tensor.scalar(1f)), layout);
  }

  private static NeuronParameters integrating(Population population, Layout layout) {
    Parameter zero = Parameter.of(Tensor.scalar(0f), layout);
    Parameter never = Parameter.of(Tensor.scalar(Float.POSITIVE_INFINITY), layout);
    return new NeuronParameters(
        Parameter.of(population.leak(), layout),
        Parameter.of(population.gain(), layout),
        drift(population, layout),
        never,
        never,
        zero,
        false,
        false,
        true);
  }

  private static Parameter drift(Population population, Layout layout) {
    return Parameter.of(population.drift(), layout, each -> each == 0f ? -0f : each);
  }
}

package org.spikeledger.simulator.plain;

import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Synapse;
import org.spikeledger.models.graph.ThresholdRule;

/** The state of one population, or of the output, stepped neuron by neuron. */
final class PlainPopulation {

  final float[] potentials;
  final float[] currents;
  final int[] spikes;
  private final Node node;

  PlainPopulation(Node node, int size) {
    this.node = node;
    potentials = new float[size];
    currents = new float[size];
    spikes = new int[size];
  }

  /** Whether the neuron's own state asks for a visit. */
  boolean lives(int i) {
    boolean sends = node instanceof Population && !(node instanceof Neuron);
    return spikes[i] > 0 || currents[i] != 0f || (sends && potentials[i] != 0f);
  }

  boolean drifts(int i) {
    return node instanceof Population population && population.drift().get(i) != 0f;
  }

  void step(int i, float arriving) {
    if (!(node instanceof Population population)) {
      potentials[i] += arriving;
      return;
    }
    float seen = arriving;
    if (population.synapse().isPresent()) {
      Synapse synapse = population.synapse().get();
      float before = currents[i];
      currents[i] = synapse.leak().get(i) * before + times(synapse.gain().get(i), arriving);
      seen = synapse.rule() == CurrentRule.NEW ? currents[i] : before;
    }
    float potential =
        population.leak().get(i) * potentials[i] + times(population.gain().get(i), seen);
    potential = drifts(i) ? potential + population.drift().get(i) : potential;
    spikes[i] = population instanceof Neuron neuron ? fired(neuron.firing(), i, potential) : 0;
    potentials[i] = spikes[i] == 0 ? potential : reset((Neuron) population, i, potential);
  }

  float sent(int i) {
    return node instanceof Neuron neuron ? spikes[i] * neuron.firing().amplitude() : potentials[i];
  }

  private static float times(float gain, float value) {
    return gain == 1f ? value : gain * value;
  }

  private static int fired(Firing firing, int i, float potential) {
    float threshold = firing.threshold().get(i);
    boolean equalFires = firing.thresholdRule() == ThresholdRule.GREATER_OR_EQUAL;
    if (potential < threshold || (potential == threshold && !equalFires)) {
      return 0;
    }
    return firing.spikeRule() == SpikeRule.SINGLE ? 1 : (int) Math.floor(potential / threshold);
  }

  private float reset(Neuron neuron, int i, float potential) {
    Firing firing = neuron.firing();
    return firing.resetRule() == ResetRule.TO_VALUE
        ? firing.resetValue().get(i)
        : potential - firing.threshold().get(i) * spikes[i];
  }
}

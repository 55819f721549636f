package org.spikeledger.simulator.reference;

import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Integrator;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.ThresholdRule;

/** What one neuron does in one timestep, in the words of the contract. */
interface Dynamics {

  /** The membrane potential after leak, input and drift. */
  float integrate(int neuron, float potential, float current);

  /** The spikes of a neuron whose potential is this. */
  int fire(int neuron, float potential);

  /** The potential after so many spikes. */
  float reset(int neuron, float potential, int spikes);

  /** Whether something is added in each timestep whatever arrives. */
  boolean drifts(int neuron);

  /** The dynamics of a population. */
  static Dynamics of(Node node) {
    return switch (node) {
      case Neuron neuron -> new Spiking(neuron);
      case Integrator integrator -> new Integrating(integrator);
      default -> new Accumulating();
    };
  }

  private static float membrane(Population population, int i, float potential, float current) {
    float gain = population.gain().get(i);
    float input = gain == 1f ? current : gain * current;
    float leak = population.leak().get(i);
    float kept =
        population.leakRounding() == LeakRounding.WHOLE ? whole(leak, potential) : leak * potential;
    float sum = kept + input;
    float drift = population.drift().get(i);
    return drift == 0f ? sum : sum + drift;
  }

  private static float whole(float leak, float potential) {
    long multiplier = (long) (leak * LeakRounding.WHOLE_ONE);
    return (((int) potential) * multiplier + (1 << 14)) >> 15;
  }

  /** A population of spiking neurons. */
  record Spiking(Neuron neuron) implements Dynamics {

    @Override
    public float integrate(int i, float potential, float current) {
      return membrane(neuron, i, potential, current);
    }

    @Override
    public int fire(int i, float potential) {
      Firing firing = neuron.firing();
      float threshold = firing.threshold().get(i);
      boolean fires =
          firing.thresholdRule() == ThresholdRule.GREATER
              ? potential > threshold
              : potential >= threshold;
      if (!fires) {
        return 0;
      }
      return firing.spikeRule() == SpikeRule.SINGLE ? 1 : (int) Math.floor(potential / threshold);
    }

    @Override
    public float reset(int i, float potential, int spikes) {
      if (spikes == 0) {
        return potential;
      }
      Firing firing = neuron.firing();
      return firing.resetRule() == ResetRule.BY_SUBTRACTION
          ? potential - firing.threshold().get(i) * spikes
          : firing.resetValue().get(i);
    }

    @Override
    public boolean drifts(int i) {
      return neuron.drift().get(i) != 0f;
    }
  }

  /** A population that integrates and never fires. */
  record Integrating(Integrator integrator) implements Dynamics {

    @Override
    public float integrate(int i, float potential, float current) {
      return membrane(integrator, i, potential, current);
    }

    @Override
    public int fire(int i, float potential) {
      return 0;
    }

    @Override
    public float reset(int i, float potential, int spikes) {
      return potential;
    }

    @Override
    public boolean drifts(int i) {
      return integrator.drift().get(i) != 0f;
    }
  }

  /** The output: it accumulates and never fires. */
  record Accumulating() implements Dynamics {

    @Override
    public float integrate(int i, float potential, float current) {
      return potential + current;
    }

    @Override
    public int fire(int i, float potential) {
      return 0;
    }

    @Override
    public float reset(int i, float potential, int spikes) {
      return potential;
    }

    @Override
    public boolean drifts(int i) {
      return false;
    }
  }
}

package org.spikeledger.simulator.kernel.scalar;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.plan.NeuronParameters;

/** Leak, current, drift, spike and reset of single neurons, by every rule. */
public final class NeuronUpdate {

  private NeuronUpdate() {}

  /**
   * Updates a run of the channels of a pixel.
   *
   * @param offset byte offset of the pixel in potentials and currents
   * @param firstIndex canonical index of the pixel's first neuron
   */
  public static void update(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int fromChannel,
      int toChannel,
      int firstIndex,
      FiredNeurons fired) {
    for (int channel = fromChannel; channel < toChannel; channel++) {
      long at = offset + (long) channel * Float.BYTES;
      float before = potentials.get(JAVA_FLOAT, at);
      float integrated = integrate(parameters, at, before, currents.get(JAVA_FLOAT, at));
      float after = integrated;
      if (integrated > parameters.bound().at(at)) {
        float threshold = parameters.threshold().at(at);
        int spikes = parameters.several() ? (int) Math.floor(integrated / threshold) : 1;
        after =
            parameters.subtract()
                ? integrated - threshold * spikes
                : parameters.resetValue().at(at);
        add(fired, parameters, firstIndex + channel, spikes);
      }
      potentials.set(JAVA_FLOAT, at, after);
      if (Float.floatToRawIntBits(after) != Float.floatToRawIntBits(before)) {
        fired.addUpdated(1);
      }
    }
  }

  private static float integrate(
      NeuronParameters parameters, long at, float potential, float current) {
    float gain = parameters.gain().at(at);
    float input = gain == 1f ? current : gain * current;
    float leak = parameters.leak().at(at);
    float kept = parameters.wholeLeak() ? whole(leak, potential) : leak * potential;
    float sum = kept + input;
    float drift = parameters.drift().at(at);
    return drift == 0f ? sum : sum + drift;
  }

  /** See {@link LeakRounding#WHOLE}. */
  private static float whole(float leak, float potential) {
    long multiplier = (long) (leak * LeakRounding.WHOLE_ONE);
    return (((int) potential) * multiplier + LeakRounding.WHOLE_ONE / 2) >> 15;
  }

  private static void add(FiredNeurons fired, NeuronParameters parameters, int index, int spikes) {
    if (parameters.several()) {
      fired.add(index, spikes);
    } else {
      fired.add(index);
    }
  }
}

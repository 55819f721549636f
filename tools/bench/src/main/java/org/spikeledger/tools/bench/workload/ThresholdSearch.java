package org.spikeledger.tools.bench.workload;

import java.util.Arrays;

/** Finds the thresholds at which a layer with known currents fires at a rate, by bisection. */
final class ThresholdSearch {

  private static final int STEPS = 20;

  private final Currents currents;
  private final FiringTarget target;
  private final int groups;

  ThresholdSearch(Currents currents, FiringTarget target) {
    this.currents = currents;
    this.target = target;
    this.groups = target.groups(currents.shape());
  }

  /** One threshold a group; a group is the remainder of a canonical index. */
  float[] thresholds() {
    int positions = currents.shape().size() / groups;
    double chances = (double) currents.values().size() * currents.timesteps() * positions;
    double wanted = target.rate() * chances;
    float[] low = new float[groups];
    float[] high = new float[groups];
    Arrays.fill(high, largest() * currents.timesteps());
    for (int step = 0; step < STEPS; step++) {
      float[] middle = new float[groups];
      for (int group = 0; group < groups; group++) {
        middle[group] = low[group] + (high[group] - low[group]) / 2;
      }
      long[] spikes = spikes(middle);
      for (int group = 0; group < groups; group++) {
        (spikes[group] > wanted ? low : high)[group] = middle[group];
      }
    }
    return high;
  }

  private float largest() {
    float largest = Float.MIN_NORMAL;
    for (float[] values : currents.values()) {
      for (float value : values) {
        largest = Math.max(largest, value);
      }
    }
    return largest;
  }

  private long[] spikes(float[] thresholds) {
    long[] spikes = new long[groups];
    int neurons = currents.shape().size();
    for (float[] values : currents.values()) {
      for (int neuron = 0, group = 0; neuron < neurons; neuron++) {
        spikes[group] += spikes(values, neuron, neurons, thresholds[group]);
        group = group + 1 == groups ? 0 : group + 1;
      }
    }
    return spikes;
  }

  private int spikes(float[] values, int neuron, int neurons, float threshold) {
    int spikes = 0;
    float potential = 0f;
    for (int i = neuron; i < values.length; i += neurons) {
      potential = target.leak() * potential + values[i];
      if (potential > threshold) {
        spikes++;
        potential -= threshold;
      }
    }
    return spikes;
  }
}

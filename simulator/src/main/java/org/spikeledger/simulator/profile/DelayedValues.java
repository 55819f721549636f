package org.spikeledger.simulator.profile;

import java.util.HashMap;
import java.util.Map;
import org.spikeledger.models.graph.Delay;

/**
 * What a Delay holds back, by the timestep at which it leaves, by NIR index. One thread uses it.
 */
final class DelayedValues {

  private final Delay delay;
  private final int size;
  private final Map<Integer, float[]> leaving = new HashMap<>();

  DelayedValues(Delay delay, int size) {
    this.delay = delay;
    this.size = size;
  }

  /** Forgets all, for another inference. */
  void begin() {
    leaving.clear();
  }

  /** Whether every value leaves after the timestep in which it arrived. */
  boolean holdsBackAll() {
    return delay.shortest() >= 1;
  }

  void receive(float[] arriving, int timestep) {
    for (int i = 0; i < size; i++) {
      if (arriving[i] != 0f) {
        int due = timestep + delay.of(i);
        leaving.computeIfAbsent(due, _ -> new float[size])[i] = arriving[i];
      }
    }
  }

  float[] send(int timestep) {
    float[] due = leaving.remove(timestep);
    return due == null ? new float[size] : due;
  }
}

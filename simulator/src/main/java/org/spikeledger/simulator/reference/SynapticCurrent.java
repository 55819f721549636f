package org.spikeledger.simulator.reference;

import java.util.Arrays;
import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.Synapse;

/** The synaptic currents of one layer by NIR index. */
final class SynapticCurrent {

  private final Synapse synapse;
  private final float[] currents;

  SynapticCurrent(Synapse synapse, int neurons) {
    this.synapse = synapse;
    this.currents = new float[neurons];
  }

  void begin() {
    Arrays.fill(currents, 0f);
  }

  /** Whether a current flows before the timestep's events. */
  boolean flows(int neuron) {
    return currents[neuron] != 0f;
  }

  /** One timestep: what the membranes see. */
  float[] step(float[] arriving) {
    float[] before = currents.clone();
    for (int i = 0; i < currents.length; i++) {
      float gain = synapse.gain().get(i);
      float input = gain == 1f ? arriving[i] : gain * arriving[i];
      float kept = synapse.leak().get(i) * before[i];
      currents[i] = kept + input;
    }
    return synapse.rule() == CurrentRule.NEW ? currents.clone() : before;
  }
}

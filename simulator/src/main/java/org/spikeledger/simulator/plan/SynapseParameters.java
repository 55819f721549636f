package org.spikeledger.simulator.plan;

import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.Synapse;

/**
 * The parameters of a synaptic current.
 *
 * @param leak kept of the current
 * @param gain of what arrives
 * @param previous whether the membrane sees the current of the timestep before
 */
public record SynapseParameters(Parameter leak, Parameter gain, boolean previous) {

  static SynapseParameters of(Synapse synapse, Layout layout) {
    return new SynapseParameters(
        Parameter.of(synapse.leak(), layout),
        Parameter.of(synapse.gain(), layout),
        synapse.rule() == CurrentRule.PREVIOUS);
  }
}

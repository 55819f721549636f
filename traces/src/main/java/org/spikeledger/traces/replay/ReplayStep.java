package org.spikeledger.traces.replay;

import org.spikeledger.simulator.engine.SpikeLog;
import org.spikeledger.traces.format.TraceLayer;

/**
 * What one layer did in one timestep. A view: valid as long as the inference is.
 *
 * @param timestep from 0
 * @param layer which one
 * @param log the inference's spikes
 */
public record ReplayStep(int timestep, TraceLayer layer, SpikeLog log) {

  /** How many neurons fired. */
  public int firing() {
    return log.count(timestep, index());
  }

  /** The canonical index of the i-th neuron that fired, in ascending order. */
  public int canonicalIndex(int i) {
    return log.index(timestep, index(), i);
  }

  /** The index of the same neuron in NIR's order, which messages and exports show. */
  public int nirIndex(int i) {
    return layer.nirIndex(canonicalIndex(i));
  }

  /** How many spikes the i-th neuron that fired gave, at least 1. */
  public int spikes(int i) {
    return log.spikes(timestep, index(), i);
  }

  private int index() {
    return layer.facts().layer().index();
  }
}

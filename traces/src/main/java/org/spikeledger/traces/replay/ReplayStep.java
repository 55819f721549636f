package org.spikeledger.traces.replay;

import java.util.OptionalInt;
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.simulator.engine.SpikeLog;
import org.spikeledger.traces.format.TraceLayer;

/**
 * What one layer did in one timestep. A view: valid as long as the inference is.
 *
 * @param timestep from 0
 * @param layer which one
 * @param log the inference's spikes
 * @param potentials those that were recorded
 */
public record ReplayStep(int timestep, TraceLayer layer, SpikeLog log, PotentialLog potentials) {

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

  /** Which of the recorded probes watched this layer. */
  public OptionalInt probe() {
    for (int probe = 0; probe < potentials.probes().size(); probe++) {
      if (potentials.probes().get(probe).layer() == index()) {
        return OptionalInt.of(probe);
      }
    }
    return OptionalInt.empty();
  }

  /** How many neurons of this layer were watched. */
  public int probed() {
    return probe().isEmpty() ? 0 : potentials.probes().get(probe().getAsInt()).neurons().size();
  }

  /** The index, in NIR's order, of the i-th neuron that was watched. */
  public int probedNirIndex(int i) {
    return layer.nirIndex(potentials.probes().get(probe().orElseThrow()).neurons().get(i));
  }

  /** The membrane potential after reset of the i-th neuron that was watched. */
  public float potential(int i) {
    return potentials.get(timestep, probe().orElseThrow(), i);
  }

  private int index() {
    return layer.index();
  }
}

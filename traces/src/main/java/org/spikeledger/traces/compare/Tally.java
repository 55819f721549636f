package org.spikeledger.traces.compare;

import java.util.List;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.traces.format.TraceHeader;

/** Adds up how far two traces differ, inference by inference; used by one thread. */
public final class Tally {

  private final List<LayerTally> layers;
  private long inferences;
  private long differing;

  /** For traces of the shape of this header. */
  public Tally(TraceHeader header) {
    layers = header.layers().stream().map(LayerTally::new).toList();
  }

  /** Adds one inference of both. */
  public void add(InferenceRecord left, InferenceRecord right, boolean differs) {
    inferences++;
    differing += differs ? 1 : 0;
    layers.forEach(layer -> layer.add(left, right, !differs));
  }

  /** Inferences added. */
  public long inferences() {
    return inferences;
  }

  /** Of these, those that differ. */
  public long differing() {
    return differing;
  }

  /** How far each layer differs. */
  public List<LayerDifference> layers() {
    return layers.stream().map(LayerTally::result).toList();
  }
}

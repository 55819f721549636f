package org.spikeledger.traces.compare;

import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.traces.format.TraceLayer;

/** Adds up a {@link LayerDifference}, inference by inference; used by one thread. */
final class LayerTally {

  private final TraceLayer layer;
  private long leftSpikes;
  private long rightSpikes;
  private long onlyLeft;
  private long onlyRight;
  private long otherNumber;
  private long inferences;

  LayerTally(TraceLayer layer) {
    this.layer = layer;
  }

  /** Adds two inferences, which are equal where their digests are. */
  void add(InferenceRecord left, InferenceRecord right, boolean areEqual) {
    long before = onlyLeft + onlyRight + otherNumber;
    for (int t = 0; t < left.spikes().timesteps(); t++) {
      leftSpikes += left.counters().get(layer.index(), t, Primitive.SPIKES);
      rightSpikes += right.counters().get(layer.index(), t, Primitive.SPIKES);
      if (!areEqual) {
        compare(
            new FiringCursor(left.spikes(), t, layer.index()),
            new FiringCursor(right.spikes(), t, layer.index()));
      }
    }
    inferences += onlyLeft + onlyRight + otherNumber > before ? 1 : 0;
  }

  private void compare(FiringCursor left, FiringCursor right) {
    while (!left.atEnd() || !right.atEnd()) {
      int leftIndex = left.index();
      int rightIndex = right.index();
      if (leftIndex == rightIndex) {
        otherNumber += left.spikes() == right.spikes() ? 0 : 1;
      } else if (leftIndex < rightIndex) {
        onlyLeft++;
      } else {
        onlyRight++;
      }
      if (leftIndex <= rightIndex) {
        left.advance();
      }
      if (rightIndex <= leftIndex) {
        right.advance();
      }
    }
  }

  LayerDifference result() {
    return new LayerDifference(
        layer.name(), leftSpikes, rightSpikes, onlyLeft, onlyRight, otherNumber, inferences);
  }
}

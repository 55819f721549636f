package org.spikeledger.tools.bench.workload;

import java.util.BitSet;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.engine.SpikeLog;

/** Counts the values behind a 2x2 pool that are not zero. */
final class PooledDensity {

  private final Shape shape;

  PooledDensity(Shape shape) {
    this.shape = shape;
  }

  long nonZero(SpikeLog spikes, int timestep, int layer) {
    BitSet windows = new BitSet(shape.size() / 4);
    for (int i = 0; i < spikes.count(timestep, layer); i++) {
      windows.set(window(spikes.index(timestep, layer, i)));
    }
    return windows.cardinality();
  }

  private int window(int canonicalIndex) {
    int channel = canonicalIndex % shape.channels();
    int position = canonicalIndex / shape.channels();
    int row = position / shape.columns() / 2;
    int column = position % shape.columns() / 2;
    return (row * (shape.columns() / 2) + column) * shape.channels() + channel;
  }
}

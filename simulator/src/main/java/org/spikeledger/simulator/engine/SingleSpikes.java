package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.plan.Layout;

/**
 * Events of whole values as so many events of 1, at the same place each: sums of whole numbers do
 * not ask for more. Used by one thread.
 */
final class SingleSpikes {

  /** A pool of 2 x 2 adds up so many. */
  private static final int USUAL = 4;

  private final int largest;
  private final int[] starts;
  private final int[] indices;

  /**
   * Room.
   *
   * @param source of the events
   * @param largest value that an event can have
   */
  SingleSpikes(Layout source, int largest) {
    this.largest = largest;
    starts = new int[source.pixels() + 1];
    indices = new int[Layout.withRoom(Math.multiplyExact(source.size(), largest))];
  }

  /**
   * Takes the events of a timestep apart. Each index is written as often as the largest value asks
   * for, and the next one over what its own value does not cover: no branch depends on values,
   * which no processor could predict.
   */
  void of(EventList events) {
    int count = 0;
    for (int pixel = 0; pixel < starts.length - 1; pixel++) {
      starts[pixel] = count;
      for (int event = events.start(pixel); event < events.start(pixel + 1); event++) {
        int index = events.index(event);
        write(index, count);
        count += (int) events.value(event);
      }
    }
    starts[starts.length - 1] = count;
  }

  /** Writes an index as often as there can be spikes; without a loop those of a usual pool. */
  private void write(int index, int at) {
    indices[at] = index;
    indices[at + 1] = index;
    indices[at + 2] = index;
    indices[at + 3] = index;
    for (int i = USUAL; i < largest; i++) {
      indices[at + i] = index;
    }
  }

  /** The position of each pixel's first spike; behind them the number of spikes. */
  int[] starts() {
    return starts;
  }

  /** Where each spike arrives from, a canonical index. */
  int[] indices() {
    return indices;
  }
}

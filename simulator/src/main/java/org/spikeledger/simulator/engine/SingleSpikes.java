package org.spikeledger.simulator.engine;

/**
 * Events of whole values as so many events of 1, at the same place each: sums of whole numbers do
 * not ask for more. Used by one thread.
 */
final class SingleSpikes {

  private final int[] starts;
  private final int[] indices;

  /**
   * Room.
   *
   * @param pixels of the source
   * @param most spikes that can arrive in one timestep
   */
  SingleSpikes(int pixels, int most) {
    starts = new int[pixels + 1];
    indices = new int[most];
  }

  /** Takes the events of a timestep apart. */
  void of(EventList events) {
    int count = 0;
    for (int pixel = 0; pixel < starts.length - 1; pixel++) {
      starts[pixel] = count;
      for (int event = events.start(pixel); event < events.start(pixel + 1); event++) {
        int index = events.index(event);
        for (int left = (int) events.value(event); left > 0; left--) {
          indices[count++] = index;
        }
      }
    }
    starts[starts.length - 1] = count;
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

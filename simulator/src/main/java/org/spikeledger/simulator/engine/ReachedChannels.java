package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.NeuronBits;
import org.spikeledger.simulator.plan.NonZero;
import org.spikeledger.simulator.plan.PackedWeights;

/**
 * Finds which channels the events of a window reach over weights that are not zero: all of them
 * where there are more events than any channel has zero weights. Without state: each thread marks
 * the pixels that are its own.
 */
final class ReachedChannels {

  private final NonZero nonZero;
  private final int width;
  private final long enough;

  /** For the events that arrive over these weights. */
  ReachedChannels(PackedWeights weights) {
    nonZero = weights.nonZero();
    width = weights.width();
    // A neuron's spikes, so many at most, all come over one row.
    enough = (long) nonZero.mostZeros() * weights.largestEvent();
  }

  /**
   * Sets the bits of those who are reached.
   *
   * @param firstChannel of the window's group
   */
  void mark(Runs runs, int window, NeuronBits reached, int pixel, int firstChannel) {
    if (runs.events(window) > enough) {
      reached.setChannels(pixel, firstChannel, width);
      return;
    }
    int last = nonZero.words() - 1;
    for (int word = 0; word <= last; word++) {
      long all = word == last ? nonZero.lastWord() : -1L;
      long missing = missing(all, runs, window, word);
      reached.setWhere(pixel, firstChannel + word * Long.SIZE, all & ~missing);
    }
  }

  /** Those of a word's channels whom no event reaches; mostly a few events reach all. */
  private long missing(long all, Runs runs, int window, int word) {
    int[] indices = runs.indices();
    long missing = all;
    for (int run = runs.firstRun(window); run < runs.firstRun(window + 1); run++) {
      int offset = runs.rowOffset(run);
      int end = runs.to(run);
      for (int event = runs.from(run); event < end; event++) {
        missing &= ~nonZero.word(indices[event] + offset, word);
        if (missing == 0) {
          return 0;
        }
      }
    }
    return missing;
  }
}

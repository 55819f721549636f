package org.spikeledger.simulator.engine;

import java.util.Arrays;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.NeuronBits;
import org.spikeledger.simulator.plan.NonZero;

/**
 * Finds which channels the events of a window reach over weights that are not zero. Written and
 * read by the thread that owns it.
 */
final class ReachedChannels {

  private final NonZero nonZero;
  private final long[] missing;

  ReachedChannels(NonZero nonZero) {
    this.nonZero = nonZero;
    this.missing = new long[nonZero.words()];
  }

  /**
   * Sets the bits of those who are reached.
   *
   * @param firstChannel of the window's group
   */
  void mark(Runs runs, int window, NeuronBits reached, int pixel, int firstChannel) {
    int last = missing.length - 1;
    Arrays.fill(missing, -1L);
    missing[last] = nonZero.lastWord();
    findMissing(runs, window);
    for (int word = 0; word <= last; word++) {
      long all = word == last ? nonZero.lastWord() : -1L;
      reached.setWhere(pixel, firstChannel + word * Long.SIZE, all & ~missing[word]);
    }
  }

  /** Leaves the bits of those whom no event reaches; mostly a few events reach all. */
  private void findMissing(Runs runs, int window) {
    for (int run = runs.firstRun(window); run < runs.firstRun(window + 1); run++) {
      for (int event = runs.from(run); event < runs.to(run); event++) {
        int row = runs.indices()[event] + runs.rowOffset(run);
        long any = 0;
        for (int word = 0; word < missing.length; word++) {
          missing[word] &= ~nonZero.word(row, word);
          any |= missing[word];
        }
        if (any == 0) {
          return;
        }
      }
    }
  }
}

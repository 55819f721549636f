package org.spikeledger.simulator.kernel.vector;

import org.spikeledger.simulator.kernel.Runs;

/** Puts the rows of a window's events side by side, for loops over all of them. */
interface WindowRows {

  /**
   * Writes {@link Runs#rows} and, where events are graded, {@link Runs#rowValues}.
   *
   * @return how many
   */
  int collect(Runs runs, int window);
}

package org.spikeledger.simulator.kernel.vector;

import org.spikeledger.simulator.kernel.Runs;

/** Puts the rows of a window's events side by side, for loops over all of them. */
interface WindowRows {

  /**
   * Writes {@link Runs#rows}.
   *
   * @return how many
   */
  int collect(Runs runs, int window);

  /** The same where events are graded: writes {@link Runs#rowValues} too. */
  int collectGraded(Runs runs, int window);
}

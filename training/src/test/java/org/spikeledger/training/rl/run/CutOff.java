package org.spikeledger.training.rl.run;

/** Ends a run as a kill would: between the line of a round and its checkpoint. */
final class CutOff extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Cuts off when so many lines of rounds have been written. */
  static final class After implements RunListener {
    private int left;

    After(int rounds) {
      left = rounds;
    }

    @Override
    public void round(RoundMetrics metrics) {
      left--;
      if (left == 0) {
        throw new CutOff();
      }
    }
  }
}

package org.spikeledger.training.rl.run;

/** What a round has come to so far. */
final class RoundTally {
  private final long begin = System.nanoTime();
  private double rewards;
  private int episodes;
  private double losses;
  private int learned;

  void episode(double reward) {
    rewards += reward;
    episodes++;
  }

  void learned(double loss) {
    losses += loss;
    learned++;
  }

  double loss() {
    return learned == 0 ? 0 : losses / learned;
  }

  /** Mean over the episodes that ended; null where none did. */
  Double reward() {
    return episodes == 0 ? null : rewards / episodes;
  }

  double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }
}

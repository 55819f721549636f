package org.spikeledger.models.environment;

/** What an agent sees of a {@link CartPole}, in this order, as float32. */
public enum CartPoleObservation {
  /** The cart's position in m, its velocity in m/s, the pole's angle in rad and its rad/s. */
  ALL(4),
  /** The cart's position in m and the pole's angle in rad: where memory should help. */
  POSITIONS(2);

  private final int size;

  CartPoleObservation(int size) {
    this.size = size;
  }

  /** How many values an observation has. */
  public int size() {
    return size;
  }
}

package org.spikeledger.models.graph;

/**
 * Holds events back (NIR node {@code Delay}): an event that arrives at timestep t leaves at t + its
 * element's delay, with its value. Events that leave together do so in canonical order of the
 * node's own shape. Those still held after the last timestep are counted as undelivered.
 *
 * @param timesteps whole numbers from 0 to {@link #LONGEST}; a scalar or the shape that arrives
 */
public record Delay(Tensor timesteps) implements Node {

  /** The longest delay in timesteps. */
  public static final int LONGEST = 1 << 16;

  /** The delay of an element in NIR's order. */
  public int of(int nirIndex) {
    return (int) timesteps.get(nirIndex);
  }

  /** The shortest delay of an element. */
  public int shortest() {
    int shortest = LONGEST;
    for (int i = 0; i < timesteps.size(); i++) {
      shortest = Math.min(shortest, of(i));
    }
    return shortest;
  }

  /** The longest delay of an element. */
  public int longest() {
    int longest = 0;
    for (int i = 0; i < timesteps.size(); i++) {
      longest = Math.max(longest, of(i));
    }
    return longest;
  }
}

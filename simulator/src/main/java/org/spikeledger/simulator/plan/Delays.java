package org.spikeledger.simulator.plan;

import org.spikeledger.models.graph.Delay;

/** The delays of a layout's elements, in timesteps. Immutable. */
public final class Delays {

  private final int uniform;
  private final int[] each;
  private final int longest;

  private Delays(int uniform, int[] each, int longest) {
    this.uniform = uniform;
    this.each = each;
    this.longest = longest;
  }

  /** One timestep for every element. */
  static Delays ofPreviousTimestep() {
    return new Delays(1, null, 1);
  }

  static Delays of(Delay delay, Layout layout) {
    int shortest = delay.shortest();
    int longest = delay.longest();
    if (shortest == longest) {
      return new Delays(shortest, null, longest);
    }
    int[] each = new int[layout.size()];
    for (int i = 0; i < each.length; i++) {
      each[i] = delay.of(layout.order().toNir(i));
    }
    return new Delays(0, each, longest);
  }

  /** The delay of the element at a canonical index. */
  public int of(int canonicalIndex) {
    return each == null ? uniform : each[canonicalIndex];
  }

  /** The longest delay. */
  public int longest() {
    return longest;
  }
}

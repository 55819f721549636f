package org.spikeledger.simulator.plan;

/** Maps a canonical index of one layout to that of another with the same elements. Immutable. */
public final class Permutation {

  private final int[] to;

  private Permutation(int[] to) {
    this.to = to;
  }

  /** The map between two layouts whose NIR indices agree. */
  static Permutation between(Layout from, Layout target) {
    int[] to = new int[from.size()];
    for (int i = 0; i < to.length; i++) {
      to[i] = target.order().fromNir(from.order().toNir(i));
    }
    return new Permutation(to);
  }

  /** The target's index for a source's. */
  public int of(int index) {
    return to[index];
  }
}

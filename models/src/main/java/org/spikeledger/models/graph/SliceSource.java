package org.spikeledger.models.graph;

/** The values of a tensor too large to keep in memory, read slice by slice; by any thread. */
public interface SliceSource {

  /**
   * Reads values.
   *
   * @param from flat index of the first, the last dimension running fastest
   * @param into receives them
   * @param offset where in {@code into} the first one goes
   * @param count how many
   * @throws org.spikeledger.models.BadInputException if they can no longer be read
   */
  void read(int from, float[] into, int offset, int count);
}

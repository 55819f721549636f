package org.spikeledger.simulator.kernel.vector;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.kernel.WaitingSums;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.WeightBlock;

/** Makes currents of sums of rows of bytes, at one width. */
interface CurrentSums {

  /** Sets the currents of a block in all pixels whose window sees or saw events to their bias. */
  void putBias(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout);

  /**
   * Adds sums to currents and forgets them.
   *
   * @param waiting in each, vector after vector of 16-bit numbers, two for each vector of a row:
   *     the sums of its pairs, and the sums of their higher bytes
   * @param vectors of a row
   * @param at bytes of the row before the first vector
   * @param currents added to
   * @param channels of the block
   */
  void add(WaitingSums waiting, int vectors, int at, MemorySegment currents, int channels);
}

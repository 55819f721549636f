package org.spikeledger.simulator.kernel.vector;

import java.lang.foreign.MemorySegment;

/** Makes currents of sums of rows of bytes, at one width. */
interface CurrentSums {

  /**
   * Of so many rows the lower bytes add up to less than 2^16, the higher ones to less than 2^15, of
   * either sign.
   */
  int MOST_EVENTS = 256;

  /**
   * Adds sums to what the channels have so far.
   *
   * @param sums vector after vector of 16-bit numbers, two for each vector of a row: the sums of
   *     its pairs, and the sums of their higher bytes
   * @param events how many rows each is made of, at most {@link #MOST_EVENTS}
   * @param vectors of a row
   * @param at bytes of the row before the first vector, a multiple of all of them
   * @param channels of the block
   * @param soFar the block's bias, or its currents
   * @param soFarOffset of the block's first channel, in bytes
   * @param currents to be set
   * @param offset of the block's first channel, in bytes
   */
  void add(
      MemorySegment sums,
      int events,
      int vectors,
      int at,
      int channels,
      MemorySegment soFar,
      long soFarOffset,
      MemorySegment currents,
      long offset);
}

package org.spikeledger.simulator.plan;

/**
 * Some neighbouring target channels of a connection, whose weights lie together: so few that all
 * rows of the block stay in a core's cache while one target pixel after the other uses them.
 *
 * @param offset byte offset of the first row
 * @param rowBytes from one row to the next
 * @param firstChannel of the channels that a row leads to
 * @param channels how many, without padding
 */
public record WeightBlock(long offset, long rowBytes, int firstChannel, int channels) {

  /**
   * Some channels of the block.
   *
   * @param from the first, from 0; at a cache line
   * @param to after the last; at a cache line, or the end of the block
   */
  public WeightBlock piece(int from, int to) {
    return new WeightBlock(
        offset + from * rowBytes / Layout.padded(channels),
        rowBytes,
        firstChannel + from,
        to - from);
  }
}

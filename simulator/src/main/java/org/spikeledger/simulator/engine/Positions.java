package org.spikeledger.simulator.engine;

import java.util.Arrays;
import org.spikeledger.simulator.plan.Layout;

/**
 * Finds the pixel and channel of a canonical index, without a division where the channels are a
 * power of two; with a group's channels for a pixel's, the part and the channel in it.
 *
 * @param channels a pixel
 * @param shift the power; -1 where they are none
 */
record Positions(int channels, int shift) {

  static Positions of(Layout layout) {
    return of(layout.channels());
  }

  static Positions of(int channels) {
    return new Positions(
        channels, Integer.bitCount(channels) == 1 ? Integer.numberOfTrailingZeros(channels) : -1);
  }

  int pixel(int canonicalIndex) {
    return shift < 0 ? canonicalIndex / channels : canonicalIndex >>> shift;
  }

  int channel(int canonicalIndex) {
    return shift < 0 ? canonicalIndex % channels : canonicalIndex & channels - 1;
  }

  /**
   * Finds where each pixel's events begin, without a branch on what the events are, which no
   * processor could predict.
   *
   * @param indices canonical, ascending
   * @param count how many are valid
   * @param starts to be set; one more than pixels
   */
  void findStarts(int[] indices, int count, int[] starts) {
    findStarts(indices, 0, count, starts, 0, starts.length - 1);
  }

  /**
   * The same for some pixels: sets where each of them ends.
   *
   * @param from the position of their first event
   * @param to the position after their last event
   * @param firstPixel the first of them
   * @param endPixel after the last
   */
  void findStarts(int[] indices, int from, int to, int[] starts, int firstPixel, int endPixel) {
    Arrays.fill(starts, firstPixel + 1, endPixel + 1, from);
    for (int e = from; e < to; e++) {
      starts[pixel(indices[e]) + 1] = e + 1;
    }
    for (int p = firstPixel + 2; p <= endPixel; p++) {
      starts[p] = Math.max(starts[p - 1], starts[p]);
    }
  }
}

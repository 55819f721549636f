package org.spikeledger.models.dataset;

/**
 * Shrinks or enlarges a square of pixels to another side: each new pixel is the mean of the area
 * that it covers, in exact integers, rounded half up. So it gives the same bytes on every machine.
 */
final class AreaAverage {

  private AreaAverage() {}

  /**
   * One channel.
   *
   * @param from side x side values, row by row, 0..255
   * @param side of the square
   * @param target side of the new one
   * @param into receives target x target values from {@code offset} on
   */
  static void resize(int[] from, int side, int target, byte[] into, int offset) {
    int[] rows = new int[side * target];
    for (int row = 0; row < side; row++) {
      for (int x = 0; x < target; x++) {
        rows[row * target + x] = sum(from, row * side, 1, side, target, x);
      }
    }
    long area = (long) side * side;
    for (int y = 0; y < target; y++) {
      for (int x = 0; x < target; x++) {
        long sum = sum64(rows, x, target, side, target, y);
        into[offset + y * target + x] = (byte) ((2 * sum + area) / (2 * area));
      }
    }
  }

  // In units of 1 / target, new pixel i covers [i * side, (i + 1) * side) and old pixel k covers
  // [k * target, (k + 1) * target): overlaps are integers, and those of a new pixel add up to side.
  private static int sum(int[] values, int start, int stride, int side, int target, int i) {
    return Math.toIntExact(sum64(values, start, stride, side, target, i));
  }

  private static long sum64(int[] values, int start, int stride, int side, int target, int i) {
    int begin = i * side;
    int end = begin + side;
    long sum = 0;
    for (int k = begin / target; k * target < end; k++) {
      int overlap = Math.min(end, (k + 1) * target) - Math.max(begin, k * target);
      sum += (long) overlap * values[start + k * stride];
    }
    return sum;
  }
}

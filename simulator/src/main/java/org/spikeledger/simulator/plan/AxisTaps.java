package org.spikeledger.simulator.plan;

import java.math.BigInteger;

/**
 * Over which of a window's taps the targets along one axis see a source: a target stands where
 * {@code source + before - tap * dilation} is a multiple of the stride. Such taps are evenly
 * spaced. Immutable.
 */
final class AxisTaps {

  private final int kernel;
  private final int stride;
  private final int dilation;
  private final int before;
  private final int targets;
  private final int common;
  private final int step;
  private final int inverse;

  /**
   * The taps of an axis.
   *
   * @param kernel taps
   * @param stride source elements from one target to the next
   * @param dilation source elements from tap to tap
   * @param before source elements before the first that the first target's window covers
   * @param targets how many there are
   */
  AxisTaps(int kernel, int stride, int dilation, int before, int targets) {
    this.kernel = kernel;
    this.stride = stride;
    this.dilation = dilation;
    this.before = before;
    this.targets = targets;
    common = BigInteger.valueOf(stride).gcd(BigInteger.valueOf(dilation)).intValueExact();
    step = stride / common;
    inverse =
        BigInteger.valueOf(dilation / common).modInverse(BigInteger.valueOf(step)).intValueExact();
  }

  /** How many taps meet a target for a source. */
  int count(int source) {
    int position = source + before;
    int first = first(source);
    int last = Math.min(kernel - 1, position / dilation);
    return position % common != 0 || first > last ? 0 : (last - first) / step + 1;
  }

  /** The first tap that meets a target for a source, where there is one. */
  int first(int source) {
    int position = source + before;
    int least = Math.max(0, Math.ceilDiv(position - (targets - 1) * stride, dilation));
    int remainder = (int) ((long) (position / common) * inverse % step);
    return least + Math.floorMod(remainder - least, step);
  }

  /** From one such tap to the next. */
  int step() {
    return step;
  }
}

package org.spikeledger.models.graph;

import java.util.Optional;

/**
 * A two-dimensional convolution (NIR node {@code Conv2d}).
 *
 * @param weight (channels out, channels in / groups, kernel rows, kernel columns)
 * @param bias (channels out); empty means +0.0
 * @param stride at least 1 each
 * @param padding at least 0 each
 * @param dilation at least 1 each
 * @param groups at least 1; divides the channels of both sides
 */
public record Conv2d(
    Tensor weight,
    Optional<Tensor> bias,
    Extent2d stride,
    Padding padding,
    Extent2d dilation,
    int groups)
    implements Connection {

  /** A convolution of stride 1, dilation 1 and one group. */
  public static Conv2d of(Tensor weight, Optional<Tensor> bias, int padding) {
    return new Conv2d(
        weight, bias, Extent2d.of(1), Padding.of(padding, padding), Extent2d.of(1), 1);
  }

  /** Channels of the target. */
  public int channelsOut() {
    return weight.shape().dimension(0);
  }

  /** Channels of the source that one group reads. */
  public int channelsInPerGroup() {
    return weight.shape().dimension(1);
  }

  /** The kernel's extent. */
  public Extent2d kernel() {
    return new Extent2d(weight.shape().dimension(2), weight.shape().dimension(3));
  }
}

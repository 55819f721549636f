package org.spikeledger.models.graph;

import java.util.Optional;

/**
 * A one-dimensional convolution over (channels, length) (NIR node {@code Conv1d}).
 *
 * @param weight (channels out, channels in / groups, kernel)
 * @param bias (channels out); empty means +0.0
 * @param stride at least 1
 * @param paddingBefore positions before the first, at least 0
 * @param paddingAfter positions after the last, at least 0
 * @param dilation at least 1
 * @param groups at least 1; divides the channels of both sides
 */
public record Conv1d(
    Tensor weight,
    Optional<Tensor> bias,
    int stride,
    int paddingBefore,
    int paddingAfter,
    int dilation,
    int groups)
    implements Connection {

  /** Channels of the target. */
  public int channelsOut() {
    return weight.shape().dimension(0);
  }

  /** Channels of the source that one group reads. */
  public int channelsInPerGroup() {
    return weight.shape().dimension(1);
  }

  /** The number of taps. */
  public int kernel() {
    return weight.shape().dimension(2);
  }

  /** The same convolution over a map of one row. */
  public Conv2d asConv2d() {
    Shape map = Shape.of(channelsOut(), channelsInPerGroup(), 1, kernel());
    return new Conv2d(
        weight.reshaped(map),
        bias,
        new Extent2d(1, stride),
        new Padding(0, paddingBefore, 0, paddingAfter),
        new Extent2d(1, dilation),
        groups);
  }
}

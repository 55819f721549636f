package org.spikeledger.simulator.plan;

import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Shape;

/**
 * How a node's values lie in memory: pixel after pixel, the channels of a pixel together, padded to
 * whole cache lines. A flat shape is one pixel whose channels are its elements.
 *
 * @param shape in NIR's order; that of the last map where Flatten only renumbered it
 * @param rows of pixels
 * @param columns of pixels
 * @param channels a pixel
 */
public record Layout(Shape shape, int rows, int columns, int channels) {

  /**
   * Floats in a cache line, and in the widest vector; rows of weights and pixels of potentials
   * begin at such a boundary.
   */
  public static final int LINE = 16;

  /** The layout of a shape. */
  public static Layout of(Shape shape) {
    return new Layout(shape, shape.rows(), shape.columns(), shape.channels());
  }

  /** The number of pixels. */
  public int pixels() {
    return rows * columns;
  }

  /** The number of elements; an element's canonical index is pixel * channels + channel. */
  public int size() {
    return pixels() * channels;
  }

  /** Floats from one pixel to the next. */
  public int stride() {
    return padded(channels);
  }

  /** Bytes of all pixels. */
  public long bytes() {
    return (long) pixels() * stride() * Float.BYTES;
  }

  /** Words of 64 bits that hold a bit for each channel of a pixel. */
  public int wordsPerPixel() {
    return (channels + Long.SIZE - 1) / Long.SIZE;
  }

  /** The order of the elements. */
  public CanonicalOrder order() {
    return CanonicalOrder.of(shape);
  }

  /** The float offset of the element at a canonical index. */
  public int offset(int canonicalIndex) {
    return canonicalIndex / channels * stride() + canonicalIndex % channels;
  }

  /** The length of an array for so many elements that kernels read and write by whole vectors. */
  public static int withRoom(int elements) {
    return Math.addExact(elements, LINE);
  }

  /** The least multiple of a cache line that holds so many floats. */
  public static int padded(int floats) {
    return (floats + LINE - 1) / LINE * LINE;
  }
}

package org.spikeledger.models.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.spikeledger.models.BadInputException;

/**
 * The extents of a tensor, outermost first: {@code (channels, rows, columns)} for a feature map,
 * {@code (channels, length)} for a sequence, {@code (neurons)} for a flat layer, {@code ()} for a
 * scalar. NIR's order, without batch and time.
 *
 * @param dimensions each at least 1; their product at most {@link Integer#MAX_VALUE}
 */
public record Shape(List<Integer> dimensions) {

  /** A scalar, which broadcasts over any shape. */
  public static final Shape SCALAR = new Shape(List.of());

  /** Checks the extents and their product. */
  public Shape {
    dimensions = List.copyOf(dimensions);
    long size = 1;
    for (int extent : dimensions) {
      if (extent < 1) {
        throw new BadInputException("an extent must be at least 1: shape=" + text(dimensions));
      }
      size *= extent;
      if (size > Integer.MAX_VALUE) {
        throw new BadInputException(
            "a shape holds at most 2^31 - 1 elements: shape=" + text(dimensions));
      }
    }
  }

  /** A shape of these extents. */
  public static Shape of(int... dimensions) {
    return new Shape(Arrays.stream(dimensions).boxed().toList());
  }

  /** The number of elements; 1 for a scalar. */
  public int size() {
    int size = 1;
    for (int extent : dimensions) {
      size *= extent;
    }
    return size;
  }

  /** The number of dimensions; 0 for a scalar. */
  public int rank() {
    return dimensions.size();
  }

  /** The extent of one dimension, 0 being the outermost. */
  public int dimension(int index) {
    return dimensions.get(index);
  }

  /** Whether this is a feature map, (channels, rows, columns). */
  public boolean isMap() {
    return rank() == 3;
  }

  /** Whether this is a sequence, (channels, length). */
  public boolean isSequence() {
    return rank() == 2;
  }

  /** Channels of a feature map or a sequence; all elements of any other shape. */
  public int channels() {
    return isMap() || isSequence() ? dimension(0) : size();
  }

  /** Rows of a feature map; 1 for any other shape. */
  public int rows() {
    return isMap() ? dimension(1) : 1;
  }

  /** Columns of a feature map, the length of a sequence; 1 for any other shape. */
  public int columns() {
    return isMap() ? dimension(2) : isSequence() ? dimension(1) : 1;
  }

  @Override
  public String toString() {
    return text(dimensions);
  }

  private static String text(List<Integer> dimensions) {
    return dimensions.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}

package org.spikeledger.models.nir;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/** The numbers of one dataset, of whatever width the file's writer chose. */
final class NumericField {

  private final int[] dimensions;
  private final Object values;

  /**
   * @param values a primitive array, or an array of {@link Number}
   */
  NumericField(int[] dimensions, Object values) {
    this.dimensions = dimensions;
    this.values = values;
    if (Array.getLength(values) != count(dimensions)) {
      throw new BadInputException(
          "a dataset has a value for each element: values=%d elements=%d"
              .formatted(Array.getLength(values), count(dimensions)));
    }
  }

  static long count(int[] dimensions) {
    long count = 1;
    for (int extent : dimensions) {
      count *= extent;
    }
    return count;
  }

  int size() {
    return Array.getLength(values);
  }

  /** The extents, outermost first; none for a scalar. */
  List<Integer> dimensions() {
    return Arrays.stream(dimensions).boxed().toList();
  }

  int rank() {
    return dimensions.length;
  }

  /** The extents as a shape, which has no empty dimension. */
  Shape shape() {
    return Shape.of(dimensions);
  }

  /** Whether this is one value, which broadcasts. */
  boolean isSingle() {
    return size() == 1;
  }

  /** The value at a flat index; of a single value always that one. */
  double get(int index) {
    int at = isSingle() ? 0 : index;
    return values instanceof Number[] numbers
        ? numbers[at].doubleValue()
        : Array.getDouble(values, at);
  }

  /** The shortest decimal number that stands for a finite value in the width it was stored in. */
  BigDecimal decimal(int index) {
    return values instanceof float[] floats
        ? new BigDecimal(Float.toString(floats[isSingle() ? 0 : index]))
        : BigDecimal.valueOf(get(index));
  }

  /** All values, each rounded to float32 once; a single one as a scalar, which broadcasts. */
  Tensor broadcast() {
    return isSingle() ? Tensor.scalar((float) get(0)) : toTensor();
  }

  /** All values, each rounded to float32 once. */
  Tensor toTensor() {
    if (values instanceof float[] floats) {
      return Tensor.adopt(shape(), floats);
    }
    float[] rounded = new float[size()];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) get(i);
    }
    return Tensor.adopt(shape(), rounded);
  }
}

package org.spikeledger.models.nir;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/**
 * The numbers of one dataset, of whatever width the file's writer chose. Where all are equal, as
 * the parameters of a layer's neurons often are, one is kept for all.
 */
final class NumericField {

  private final int[] dimensions;
  private final Object values;

  /**
   * @param values a primitive array, or an array of {@link Number}
   */
  NumericField(int[] dimensions, Object values) {
    this.dimensions = dimensions;
    if (Array.getLength(values) != count(dimensions)) {
      throw new BadInputException(
          "a dataset has a value for each element: values=%d elements=%d"
              .formatted(Array.getLength(values), count(dimensions)));
    }
    this.values = isUniform(values) ? first(values) : values;
  }

  private static boolean isUniform(Object values) {
    long bits = Double.doubleToRawLongBits(get(values, 0));
    for (int i = 1; i < Array.getLength(values); i++) {
      if (Double.doubleToRawLongBits(get(values, i)) != bits) {
        return false;
      }
    }
    return true;
  }

  private static Object first(Object values) {
    Object first = Array.newInstance(values.getClass().getComponentType(), 1);
    Array.set(first, 0, Array.get(values, 0));
    return first;
  }

  private static double get(Object values, int index) {
    return values instanceof Number[] numbers
        ? numbers[index].doubleValue()
        : Array.getDouble(values, index);
  }

  static long count(int[] dimensions) {
    long count = 1;
    for (int extent : dimensions) {
      count *= extent;
    }
    return count;
  }

  int size() {
    return (int) count(dimensions);
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

  /** Whether all values are the same, bit for bit. */
  boolean isUniform() {
    return Array.getLength(values) == 1;
  }

  /** The value at a flat index; of a single value always that one. */
  double get(int index) {
    return get(values, isUniform() ? 0 : index);
  }

  /** The shortest decimal number that stands for a finite value in the width it was stored in. */
  BigDecimal decimal(int index) {
    return values instanceof float[] floats
        ? new BigDecimal(Float.toString(floats[isUniform() ? 0 : index]))
        : BigDecimal.valueOf(get(index));
  }

  /** All values, each rounded to float32 once; a single one as a scalar, which broadcasts. */
  Tensor broadcast() {
    return isSingle() ? Tensor.scalar((float) get(0)) : toTensor();
  }

  /** All values, each rounded to float32 once. */
  Tensor toTensor() {
    if (isUniform()) {
      return Tensor.uniform(shape(), (float) get(0));
    }
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

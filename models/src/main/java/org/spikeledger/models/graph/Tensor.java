package org.spikeledger.models.graph;

import java.util.Arrays;
import org.spikeledger.models.BadInputException;

/** Immutable float32 values of a shape, the last dimension running fastest. */
public final class Tensor {

  private final Shape shape;
  private final float[] values;

  private Tensor(Shape shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /** A tensor of this shape; the values are copied. */
  public static Tensor of(Shape shape, float... values) {
    return adopt(shape, values.clone());
  }

  /** A tensor that takes over an array which the caller never touches again. */
  public static Tensor adopt(Shape shape, float[] values) {
    if (values.length != shape.size()) {
      throw new BadInputException(
          "a tensor needs a value for each element: values=" + values.length + " shape=" + shape);
    }
    return new Tensor(shape, values);
  }

  /** A scalar, which broadcasts over any shape. */
  public static Tensor scalar(float value) {
    return new Tensor(Shape.SCALAR, new float[] {value});
  }

  /** The same values under another shape of as many elements. */
  public Tensor reshaped(Shape other) {
    return adopt(other, values);
  }

  /** The extents. */
  public Shape shape() {
    return shape;
  }

  /** The number of values. */
  public int size() {
    return values.length;
  }

  /** Whether one value stands for every element. */
  public boolean isScalar() {
    return shape.rank() == 0;
  }

  /** The value at a flat index; for a scalar the one value, whatever the index. */
  public float get(int index) {
    return isScalar() ? values[0] : values[index];
  }

  /** Whether every value has the bits of {@code value}. */
  public boolean isAll(float value) {
    int bits = Float.floatToRawIntBits(value);
    for (float each : values) {
      if (Float.floatToRawIntBits(each) != bits) {
        return false;
      }
    }
    return true;
  }

  /** Whether every value is zero, of either sign. */
  public boolean isZero() {
    for (float each : values) {
      if (each != 0f) {
        return false;
      }
    }
    return true;
  }

  /** How many values differ from zero. */
  public int nonZero() {
    int count = 0;
    for (float each : values) {
      if (each != 0f) {
        count++;
      }
    }
    return count;
  }

  /** Whether no value is NaN or infinite. */
  public boolean isFinite() {
    for (float each : values) {
      if (!Float.isFinite(each)) {
        return false;
      }
    }
    return true;
  }

  /** A copy of the values, the last dimension running fastest. */
  public float[] toArray() {
    return values.clone();
  }

  /** Equal shapes and equal raw bits. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && shape.equals(that.shape)
        && Arrays.equals(bits(values), bits(that.values));
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Tensor" + shape;
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }
}

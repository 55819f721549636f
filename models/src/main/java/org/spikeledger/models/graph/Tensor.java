package org.spikeledger.models.graph;

import org.spikeledger.models.BadInputException;

/**
 * Immutable float32 values of a shape, the last dimension running fastest. They are in memory, one
 * for all where all are said to be equal, or, where there are very many, read by slices from where
 * they lie.
 */
public final class Tensor {

  private final Shape shape;
  private final TensorValues values;

  private Tensor(Shape shape, TensorValues values) {
    this.shape = shape;
    this.values = values;
  }

  /** A tensor of this shape; the values are copied. */
  public static Tensor of(Shape shape, float... values) {
    return adopt(shape, values.clone());
  }

  /** A tensor that takes over an array which the caller never touches again. */
  public static Tensor adopt(Shape shape, float[] values) {
    return of(shape, new TensorValues.InMemory(values));
  }

  /** A tensor of equal values, which takes no more memory than one of them. */
  public static Tensor uniform(Shape shape, float value) {
    return of(shape, new TensorValues.Uniform(value, shape.size()));
  }

  /** A tensor whose values stay where they are and are read by slices. */
  public static Tensor sliced(Shape shape, SliceSource source) {
    return of(shape, new TensorValues.Sliced(source, shape.size()));
  }

  private static Tensor of(Shape shape, TensorValues values) {
    if (values.size() != shape.size()) {
      throw new BadInputException(
          "a tensor needs a value for each element: values=" + values.size() + " shape=" + shape);
    }
    return new Tensor(shape, values);
  }

  /** A scalar, which broadcasts over any shape. */
  public static Tensor scalar(float value) {
    return uniform(Shape.SCALAR, value);
  }

  /** The same values under another shape of as many elements. */
  public Tensor reshaped(Shape other) {
    return of(other, values);
  }

  /** The extents. */
  public Shape shape() {
    return shape;
  }

  /** The number of values. */
  public int size() {
    return values.size();
  }

  /** Whether one value stands for every element. */
  public boolean isScalar() {
    return shape.rank() == 0;
  }

  /** The value at a flat index; for a scalar the one value, whatever the index. */
  public float get(int index) {
    return values.get(isScalar() ? 0 : index);
  }

  /**
   * Copies values that follow one another.
   *
   * @param from flat index of the first
   * @param into receives them from its index 0
   * @param count how many
   */
  public void read(int from, float[] into, int count) {
    values.read(from, into, 0, count);
  }

  /** Whether every value has the bits of {@code value}. */
  public boolean isAll(float value) {
    int expected = Float.floatToRawIntBits(value);
    return values.allBits(bits -> bits == expected);
  }

  /** Whether every value is zero, of either sign. */
  public boolean isZero() {
    return values.allBits(bits -> bits << 1 == 0);
  }

  /** How many values differ from zero. */
  public int nonZero() {
    int[] count = new int[1];
    values.allBits(
        bits -> {
          count[0] += bits << 1 == 0 ? 0 : 1;
          return true;
        });
    return count[0];
  }

  /** Whether no value is NaN or infinite. */
  public boolean isFinite() {
    return values.allBits(bits -> Float.isFinite(Float.intBitsToFloat(bits)));
  }

  /** Whether every value is a whole number of so much at most, of either sign. */
  public boolean isWhole(float most) {
    return values.allBits(
        bits -> {
          float value = Float.intBitsToFloat(bits);
          return value == Math.rint(value) && Math.abs(value) <= most;
        });
  }

  /** A copy of the values, the last dimension running fastest. */
  public float[] toArray() {
    float[] all = new float[size()];
    values.read(0, all, 0, all.length);
    return all;
  }

  /** Equal shapes and equal raw bits. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that && shape.equals(that.shape) && equalBits(that);
  }

  private boolean equalBits(Tensor other) {
    int[] next = new int[1];
    return values.allBits(bits -> bits == Float.floatToRawIntBits(other.values.get(next[0]++)));
  }

  @Override
  public int hashCode() {
    int[] hash = {shape.hashCode()};
    values.allBits(
        bits -> {
          hash[0] = 31 * hash[0] + bits;
          return true;
        });
    return hash[0];
  }

  @Override
  public String toString() {
    return "Tensor" + shape;
  }
}

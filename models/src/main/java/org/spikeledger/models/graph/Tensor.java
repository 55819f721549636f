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

  /** Hands over every value, in order. */
  public void forEach(ValueConsumer consumer) {
    values.allMatch(
        (index, value) -> {
          consumer.accept(index, value);
          return true;
        });
  }

  /** Whether every value fulfils a condition; asks no further where one does not. */
  public boolean allMatch(ValuePredicate condition) {
    return values.allMatch((_, value) -> condition.test(value));
  }

  /** Whether every value has the bits of {@code value}. */
  public boolean isAll(float value) {
    int expected = Float.floatToRawIntBits(value);
    return allMatch(each -> Float.floatToRawIntBits(each) == expected);
  }

  /** Whether every value is zero, of either sign. */
  public boolean isZero() {
    return allMatch(value -> value == 0f);
  }

  /** How many values differ from zero. */
  public int nonZero() {
    int[] count = new int[1];
    forEach((_, value) -> count[0] += value == 0f ? 0 : 1);
    return count[0];
  }

  /** Whether no value is NaN or infinite. */
  public boolean isFinite() {
    return allMatch(Float::isFinite);
  }

  /** Whether every value is a whole number of so much at most, of either sign. */
  public boolean isWhole(float most) {
    return allMatch(value -> value == Math.rint(value) && Math.abs(value) <= most);
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
    return values.allMatch(
        (index, value) ->
            Float.floatToRawIntBits(value) == Float.floatToRawIntBits(other.values.get(index)));
  }

  @Override
  public int hashCode() {
    int[] hash = {shape.hashCode()};
    forEach((_, value) -> hash[0] = 31 * hash[0] + Float.floatToRawIntBits(value));
    return hash[0];
  }

  @Override
  public String toString() {
    return "Tensor" + shape;
  }
}

package org.spikeledger.models.graph;

import java.util.Arrays;

/** Where the values of a tensor are: an array, one for all, or a source that is read by slices. */
sealed interface TensorValues {

  /** Values that one slice has at most. */
  int SLICE = 1 << 16;

  int size();

  float get(int index);

  void read(int from, float[] into, int offset, int count);

  /** Whether every value fulfils a condition; stops at the first that does not. */
  default boolean allMatch(Condition condition) {
    float[] slice = new float[Math.min(SLICE, size())];
    for (int from = 0; from < size(); from += SLICE) {
      int count = Math.min(SLICE, size() - from);
      read(from, slice, 0, count);
      for (int i = 0; i < count; i++) {
        if (!condition.test(from + i, slice[i])) {
          return false;
        }
      }
    }
    return true;
  }

  /** On a value and its flat index. */
  interface Condition {
    boolean test(int index, float value);
  }

  /** All in an array. */
  final class InMemory implements TensorValues {

    private final float[] values;

    InMemory(float[] values) {
      this.values = values;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public float get(int index) {
      return values[index];
    }

    @Override
    public void read(int from, float[] into, int offset, int count) {
      System.arraycopy(values, from, into, offset, count);
    }
  }

  /**
   * One for all.
   *
   * @param value of each element
   * @param size how many elements there are
   */
  record Uniform(float value, int size) implements TensorValues {

    @Override
    public float get(int index) {
      return value;
    }

    @Override
    public void read(int from, float[] into, int offset, int count) {
      Arrays.fill(into, offset, offset + count, value);
    }
  }

  /** Read by slices, of which the last one that single values were asked of is kept. */
  final class Sliced implements TensorValues {

    private final SliceSource source;
    private final int size;
    private volatile Page last = new Page(-1, new float[0]);

    Sliced(SliceSource source, int size) {
      this.source = source;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public float get(int index) {
      int number = index / SLICE;
      Page page = last;
      if (page.number != number) {
        int from = number * SLICE;
        float[] values = new float[Math.min(SLICE, size - from)];
        source.read(from, values, 0, values.length);
        page = new Page(number, values);
        last = page;
      }
      return page.values[index % SLICE];
    }

    @Override
    public void read(int from, float[] into, int offset, int count) {
      source.read(from, into, offset, count);
    }

    /** A slice, complete when others see it. */
    private static final class Page {
      private final int number;
      private final float[] values;

      Page(int number, float[] values) {
        this.number = number;
        this.values = values;
      }
    }
  }
}

package org.spikeledger.models.nir;

import java.util.List;

/** One dataset of a NIR file as it stands, whatever it means. */
public sealed interface RawField {

  /** The extents, outermost first; none for a scalar. */
  List<Integer> dimensions();

  /** How many values there are. */
  int size();

  /** Numbers of any width, the last dimension running fastest. */
  final class Numbers implements RawField {

    private final NumericField values;

    Numbers(NumericField values) {
      this.values = values;
    }

    @Override
    public List<Integer> dimensions() {
      return values.dimensions();
    }

    @Override
    public int size() {
      return values.size();
    }

    /** The value at a flat index; of a single value always that one. */
    public double get(int index) {
      return values.get(index);
    }
  }

  /**
   * Texts.
   *
   * @param dimensions the extents; none for a single text
   * @param values in order, the last dimension running fastest
   */
  record Texts(List<Integer> dimensions, List<String> values) implements RawField {

    /** Copies the lists. */
    public Texts {
      dimensions = List.copyOf(dimensions);
      values = List.copyOf(values);
    }

    @Override
    public int size() {
      return values.size();
    }
  }
}

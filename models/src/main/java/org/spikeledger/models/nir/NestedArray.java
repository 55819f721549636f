package org.spikeledger.models.nir;

import java.lang.reflect.Array;
import org.spikeledger.models.graph.Shape;

/** Flat values as the nested arrays that the HDF5 library writes. */
final class NestedArray {

  private final Object flat;
  private final Class<?> element;
  private final int[] dimensions;
  private int next;

  private NestedArray(Shape shape, Object flat) {
    this.flat = flat;
    element = flat.getClass().getComponentType();
    dimensions = shape.dimensions().stream().mapToInt(Integer::intValue).toArray();
  }

  /** The values of a primitive array, the last dimension running fastest. */
  static Object of(Shape shape, Object flat) {
    return shape.rank() == 1 ? flat : new NestedArray(shape, flat).fill(0);
  }

  private Object fill(int depth) {
    int extent = dimensions[depth];
    if (depth == dimensions.length - 1) {
      Object row = Array.newInstance(element, extent);
      System.arraycopy(flat, next, row, 0, extent);
      next += extent;
      return row;
    }
    Object rows = Array.newInstance(rowType(depth + 1), extent);
    for (int i = 0; i < extent; i++) {
      Array.set(rows, i, fill(depth + 1));
    }
    return rows;
  }

  private Class<?> rowType(int depth) {
    Class<?> type = element;
    for (int i = depth; i < dimensions.length; i++) {
      type = type.arrayType();
    }
    return type;
  }
}

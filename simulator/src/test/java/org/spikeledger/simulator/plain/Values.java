package org.spikeledger.simulator.plain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spikeledger.models.graph.Shape;

/** What a node sends in one timestep, by NIR index. */
final class Values {

  private final float[] values;
  private final long[] gathered;
  private final List<Integer> order;

  Values(float[] values, long[] gathered, List<Integer> order) {
    this.values = values;
    this.gathered = gathered;
    this.order = order;
  }

  /** Zeros included. */
  float[] values() {
    return values;
  }

  /** How many events each stands for. */
  long[] gathered() {
    return gathered;
  }

  static Values of(float[] values, Shape shape) {
    long[] single = new long[values.length];
    Arrays.fill(single, 1);
    return new Values(values, single, order(shape));
  }

  static Values nothing(Shape shape) {
    return of(new float[shape.size()], shape);
  }

  /** Row, column, channel of a map; position, channel of a sequence; else by index. */
  static List<Integer> order(Shape shape) {
    int positions = shape.rank() == 2 || shape.rank() == 3 ? shape.size() / shape.dimension(0) : 1;
    Comparator<Integer> byPosition =
        shape.rank() == 2 || shape.rank() == 3
            ? Comparator.comparingInt(i -> i % positions)
            : Comparator.comparingInt(i -> i);
    return IntStream.range(0, shape.size())
        .boxed()
        .sorted(byPosition.thenComparingInt(i -> i / positions))
        .toList();
  }

  /** Those that are events, in the order of delivery. */
  List<Integer> events() {
    return order.stream().filter(i -> values[i] != 0f).toList();
  }
}

package org.spikeledger.models.graph;

import java.util.Comparator;

/**
 * A directed edge between two nodes, by their names.
 *
 * @param source where values come from
 * @param target where they go
 */
public record Edge(String source, String target) implements Comparable<Edge> {

  private static final Comparator<Edge> ORDER =
      Comparator.comparing(Edge::source, NameOrder.BY_CODE_POINT)
          .thenComparing(Edge::target, NameOrder.BY_CODE_POINT);

  @Override
  public int compareTo(Edge other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return source + " -> " + target;
  }
}

package org.spikeledger.models.nir.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.NameOrder;
import org.spikeledger.models.nir.RawNetwork;
import org.spikeledger.models.nir.RawNode;

/**
 * Compares two networks as they stand in their files. Nodes are matched by name; numbers count as
 * the same where they lie within the tolerance, whatever their width; edges have no order.
 */
public final class NirDiffer {

  private static final String METADATA = "metadata/";

  private final FieldComparison fields;
  private final boolean metadata;

  /**
   * A way to compare.
   *
   * @param tolerance the largest absolute difference of numbers that count as the same, at least 0
   * @param metadata whether metadata is compared too
   */
  public NirDiffer(double tolerance, boolean metadata) {
    if (!(tolerance >= 0)) {
      throw new BadInputException("a tolerance is not below 0: tolerance=" + tolerance);
    }
    this.fields = new FieldComparison(tolerance);
    this.metadata = metadata;
  }

  /**
   * Compares two networks.
   *
   * @throws BadInputException when a part of either could not be read
   */
  public NetworkDifference compare(RawNetwork first, RawNetwork second) {
    Flat one = Flat.of(first);
    Flat other = Flat.of(second);
    SortedSet<String> names = new TreeSet<>(NameOrder.BY_CODE_POINT);
    names.addAll(one.nodes.keySet());
    names.addAll(other.nodes.keySet());
    List<NodeDifference> nodes = new ArrayList<>();
    for (String name : names) {
      nodes.add(node(name, one.nodes.get(name), other.nodes.get(name)));
    }
    return new NetworkDifference(
        nodes,
        without(one.edges, other.edges),
        without(other.edges, one.edges),
        metadata ? fields.compare("", first.metadata(), second.metadata()) : List.of());
  }

  private NodeDifference node(String name, RawNode first, RawNode second) {
    List<FieldDifference> differences = new ArrayList<>();
    if (first != null && second != null) {
      differences.addAll(fields.compare("", first.fields(), second.fields()));
      if (metadata) {
        differences.addAll(fields.compare(METADATA, first.metadata(), second.metadata()));
      }
    }
    return new NodeDifference(name, type(first), type(second), differences);
  }

  private static Optional<String> type(RawNode node) {
    return Optional.ofNullable(node).map(RawNode::type);
  }

  private static List<Edge> without(SortedSet<Edge> all, SortedSet<Edge> others) {
    return all.stream().filter(edge -> !others.contains(edge)).toList();
  }

  /** Nodes and edges of a network and of those within it. */
  private record Flat(SortedMap<String, RawNode> nodes, SortedSet<Edge> edges) {

    static Flat of(RawNetwork network) {
      Flat flat = new Flat(new TreeMap<>(NameOrder.BY_CODE_POINT), new TreeSet<>());
      flat.add("", network);
      return flat;
    }

    private void add(String path, RawNetwork network) {
      if (!network.problems().isEmpty()) {
        throw new BadInputException(network.problems().getFirst().message());
      }
      for (Map.Entry<String, RawNode> node : network.nodes().entrySet()) {
        nodes.put(path + node.getKey(), node.getValue());
        node.getValue().nested().ifPresent(inner -> add(path + node.getKey() + ".", inner));
      }
      for (Edge edge : network.edges()) {
        edges.add(new Edge(path + edge.source(), path + edge.target()));
      }
    }
  }
}

package org.spikeledger.models.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spikeledger.models.BadInputException;

/**
 * A network: named nodes, edges, and the shapes that follow from them. Immutable and validated: a
 * Graph that exists can be run.
 */
public final class Graph {

  private final SortedMap<String, Node> nodes;
  private final List<Edge> edges;
  private final NetworkProperties properties;
  private final SortedMap<String, List<String>> sources;
  private final SortedMap<String, List<String>> targets;
  private final CycleCut cycleCut;
  private final List<String> order;
  private final SortedMap<String, Shape> shapes;

  private Graph(Builder builder) {
    nodes = Collections.unmodifiableSortedMap(sorted(builder.nodes));
    edges = builder.edges.stream().sorted().toList();
    properties = builder.properties;
    Structure.check(nodes, edges);
    sources = neighbours(true);
    targets = neighbours(false);
    Structure.checkReach(nodes, sources, targets);
    cycleCut = CycleSearch.of(inputName(), nodes, targets);
    order = TopologicalOrder.of(nodes.keySet(), sources, targets, cycleCut);
    shapes = Collections.unmodifiableSortedMap(ShapeInference.of(this));
    checkThatEveryNodeHasARow();
  }

  /** Starts an empty network. */
  public static Builder builder() {
    return new Builder();
  }

  /** The nodes by name, in name order. */
  public SortedMap<String, Node> nodes() {
    return nodes;
  }

  /** The node of this name, which must exist. */
  public Node node(String name) {
    Node node = nodes.get(name);
    if (node == null) {
      throw new BadInputException("the network has no such node: node=" + name);
    }
    return node;
  }

  /** The edges in order of source, then target. */
  public List<Edge> edges() {
    return edges;
  }

  /** The nodes that feed a node, in name order: the order in which their values are added. */
  public List<String> sources(String name) {
    return sources.get(name);
  }

  /** The nodes that a node feeds, in name order. */
  public List<String> targets(String name) {
    return targets.get(name);
  }

  /** Where cycles are cut; nothing in a network without cycles. */
  public CycleCut cycleCut() {
    return cycleCut;
  }

  /**
   * All nodes, each after all that feed it but over edges at which a cycle is cut; of several that
   * could come next, the least name.
   */
  public List<String> topologicalOrder() {
    return order;
  }

  /** The shape of a node's values, in NIR's order, without batch and time. */
  public Shape shape(String name) {
    return shapes.get(name);
  }

  /** The shape of what arrives at a node; for the input node its own shape. */
  public Shape inputShape(String name) {
    List<String> feeding = sources.get(name);
    return feeding.isEmpty() ? shape(name) : shape(feeding.getFirst());
  }

  /** The name of the one input node. */
  public String inputName() {
    return only(Input.class);
  }

  /** The name of the one output node. */
  public String outputName() {
    return only(Output.class);
  }

  private String only(Class<? extends Node> type) {
    return nodes.entrySet().stream()
        .filter(entry -> type.isInstance(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** What the network's maker says of its use. */
  public NetworkProperties properties() {
    return properties;
  }

  /** A builder that holds this network, to change a copy. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    nodes.forEach(builder::node);
    edges.forEach(edge -> builder.edge(edge.source(), edge.target()));
    return builder.properties(properties);
  }

  private void checkThatEveryNodeHasARow() {
    Map<String, Integer> rows = Layer.rows(this);
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      if (!(entry.getValue() instanceof Input) && !rows.containsKey(entry.getKey())) {
        throw new BadInputException(
            "a node's values must reach a population or the output: node=" + entry.getKey());
      }
    }
  }

  private SortedMap<String, List<String>> neighbours(boolean incoming) {
    SortedMap<String, List<String>> result = new TreeMap<>(NameOrder.BY_CODE_POINT);
    nodes.keySet().forEach(name -> result.put(name, new ArrayList<>()));
    for (Edge edge : edges) {
      String at = incoming ? edge.target() : edge.source();
      result.get(at).add(incoming ? edge.source() : edge.target());
    }
    result.replaceAll((name, list) -> list.stream().sorted(NameOrder.BY_CODE_POINT).toList());
    return result;
  }

  private static <V> SortedMap<String, V> sorted(SortedMap<String, V> map) {
    SortedMap<String, V> copy = new TreeMap<>(NameOrder.BY_CODE_POINT);
    copy.putAll(map);
    return copy;
  }

  /** Collects nodes and edges; {@link #build} validates them. Not safe for several threads. */
  public static final class Builder {

    private final SortedMap<String, Node> nodes = new TreeMap<>(NameOrder.BY_CODE_POINT);
    private final List<Edge> edges = new ArrayList<>();
    private NetworkProperties properties = NetworkProperties.NONE;

    private Builder() {}

    /** Adds a node under a name that is not taken. */
    public Builder node(String name, Node node) {
      if (nodes.putIfAbsent(name, node) != null) {
        throw new BadInputException("a node's name must be unique: node=" + name);
      }
      return this;
    }

    /** Replaces the node of a name that is taken. */
    public Builder replace(String name, Node node) {
      if (nodes.replace(name, node) == null) {
        throw new BadInputException("the network has no such node: node=" + name);
      }
      return this;
    }

    /** Adds an edge by the names of its ends. */
    public Builder edge(String source, String target) {
      edges.add(new Edge(source, target));
      return this;
    }

    /** Adds the edges of a chain, from the first name to the last. */
    public Builder chain(String... names) {
      for (int i = 1; i < names.length; i++) {
        edge(names[i - 1], names[i]);
      }
      return this;
    }

    /** Says what the network is for. */
    public Builder properties(NetworkProperties said) {
      properties = said;
      return this;
    }

    /**
     * Validates the whole and makes the network.
     *
     * @throws BadInputException with the first rule that is broken and the node or edge where
     */
    public Graph build() {
      return new Graph(this);
    }
  }
}

package org.spikeledger.models.nir.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.NameOrder;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.nir.NirInspection;

/**
 * The shape of each node, from the input on. Each node is put to the rules of a network by itself,
 * between an input of the shape that arrives and an output, so that one that breaks a rule does not
 * hide the next; what it feeds has no known shape.
 */
final class ShapeCheck {

  private final SortedMap<String, NirInspection.Reading> readings;
  private final Links links;
  private final SortedMap<String, Shape> shapes = new TreeMap<>(NameOrder.BY_CODE_POINT);
  private final SortedMap<String, Shape> arriving = new TreeMap<>(NameOrder.BY_CODE_POINT);
  private final List<Finding> findings = new ArrayList<>();

  private ShapeCheck(SortedMap<String, NirInspection.Reading> readings, Links links) {
    this.readings = readings;
    this.links = links;
  }

  static ShapeCheck of(SortedMap<String, NirInspection.Reading> readings, Links links) {
    ShapeCheck check = new ShapeCheck(readings, links);
    links.order().forEach(check::node);
    return check;
  }

  List<Finding> findings() {
    return findings;
  }

  /** The shape of what a node sends, where it can be told. */
  Optional<Shape> shape(String name) {
    return Optional.ofNullable(shapes.get(name));
  }

  /** The shape of what arrives at a node, where it can be told. */
  Optional<Shape> arriving(String name) {
    return Optional.ofNullable(arriving.get(name));
  }

  private void node(String name) {
    Optional<Node> node = Optional.ofNullable(readings.get(name)).flatMap(each -> each.node());
    if (node.isEmpty()) {
      return;
    }
    if (node.get() instanceof Input input) {
      shapes.put(name, input.shape());
      return;
    }
    sum(name);
    if (arriving.containsKey(name)) {
      compute(name, node.get());
    }
  }

  private void sum(String name) {
    String first = null;
    for (String source : links.sources().get(name)) {
      Shape shape = shapes.get(source);
      if (shape == null || links.backEdges().contains(new Edge(source, name))) {
        continue;
      }
      if (first == null) {
        first = source;
        arriving.put(name, shape);
      } else if (!shape.equals(arriving.get(name))) {
        findings.add(
            Finding.error(
                name,
                "all that feed a node must have one shape: node=%s %s=%s %s=%s"
                    .formatted(name, first, arriving.get(name), source, shape)));
      }
    }
  }

  private void compute(String name, Node node) {
    if (node instanceof Output) {
      shapes.put(name, arriving.get(name));
      return;
    }
    String before = name + " source";
    String behind = name + " target";
    try {
      Graph alone =
          Graph.builder()
              .node(before, new Input(arriving.get(name)))
              .node(name, node)
              .node(behind, new Output())
              .chain(before, name, behind)
              .build();
      shapes.put(name, alone.shape(name));
    } catch (BadInputException broken) {
      findings.add(Finding.error(name, broken.getMessage()));
    }
  }
}

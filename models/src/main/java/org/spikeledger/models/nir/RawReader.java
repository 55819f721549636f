package org.spikeledger.models.nir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.NameOrder;

/** Reads the groups of one network as they stand, nested networks within it. */
final class RawReader {

  private static final String NETWORK = "";
  private static final String METADATA = "metadata";

  private final List<RawNetwork.Problem> problems = new ArrayList<>();
  private final int depth;

  private RawReader(int depth) {
    this.depth = depth;
  }

  /** The network of a group. */
  static RawNetwork network(HdfGroup group) {
    return new RawReader(0).read(group);
  }

  private RawNetwork read(HdfGroup group) {
    SortedMap<String, RawNode> nodes = new TreeMap<>(NameOrder.BY_CODE_POINT);
    attempt(NETWORK, () -> group.group("nodes"))
        .ifPresent(
            all -> {
              for (String name : all.names()) {
                attempt(name, () -> all.group(name))
                    .ifPresent(node -> nodes.put(name, node(name, node)));
              }
            });
    List<Edge> edges = attempt(NETWORK, () -> edges(group)).orElse(List.of());
    return new RawNetwork(nodes, edges, metadata(NETWORK, group), problems);
  }

  private RawNode node(String name, HdfGroup group) {
    SortedMap<String, RawField> fields = new TreeMap<>();
    boolean isNetwork = group.has("nodes");
    for (String field : group.names()) {
      if (field.equals(METADATA)
          || (isNetwork && (field.equals("nodes") || field.equals("edges")))) {
        continue;
      }
      attempt(name, () -> field(group.dataset(field))).ifPresent(read -> fields.put(field, read));
    }
    RawField type = fields.remove("type");
    String said =
        type instanceof RawField.Texts texts && texts.size() == 1 ? texts.values().getFirst() : "";
    return new RawNode(
        said, fields, metadata(name, group), isNetwork ? nested(name, group) : Optional.empty());
  }

  private Optional<RawNetwork> nested(String name, HdfGroup group) {
    if (depth == HdfLimits.DEPTH) {
      problems.add(
          new RawNetwork.Problem(
              name,
              "networks are nested at most %d deep: node=%s".formatted(HdfLimits.DEPTH, name)));
      return Optional.empty();
    }
    return Optional.of(new RawReader(depth + 1).read(group));
  }

  private SortedMap<String, RawField> metadata(String name, HdfGroup group) {
    SortedMap<String, RawField> fields = new TreeMap<>();
    if (group.has(METADATA)) {
      attempt(name, () -> group.group(METADATA))
          .ifPresent(
              metadata -> {
                for (String field : metadata.names()) {
                  attempt(name, () -> field(metadata.dataset(field)))
                      .ifPresent(read -> fields.put(field, read));
                }
              });
    }
    return fields;
  }

  private static RawField field(HdfDataset dataset) {
    return dataset.isText()
        ? new RawField.Texts(dataset.dimensions(), dataset.texts())
        : new RawField.Numbers(dataset.numbers());
  }

  private static List<Edge> edges(HdfGroup group) {
    return group.dataset("edges").textPairs().stream()
        .map(pair -> new Edge(pair.getKey(), pair.getValue()))
        .toList();
  }

  private <T> Optional<T> attempt(String node, Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (BadInputException refused) {
      problems.add(new RawNetwork.Problem(node, OneLine.of(refused.getMessage())));
      return Optional.empty();
    }
  }
}

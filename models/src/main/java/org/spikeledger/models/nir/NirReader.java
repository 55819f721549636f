package org.spikeledger.models.nir;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Node;

/**
 * Reads a network from a NIR file.
 *
 * <p>Both layouts of HDF5 data (contiguous, chunked with deflate and shuffle), texts of fixed and
 * variable length, numbers of any width. All nodes of NIR; others are refused by name. Nested
 * networks are flattened: a node's name then stands behind that of its network and a dot. Shapes
 * are computed; what a file declares of them is only compared.
 *
 * <p><b>Flatten</b> counts start_dim and end_dim without a batch dimension, 0 being the outermost
 * of (C, H, W), as NIR defines it and as sinabs, snnTorch and SpikingJelly write it. Some exporters
 * copied PyTorch's numbers, which count the batch. A Flatten that starts at 1 leaves at least two
 * dimensions, which no Linear or Affine takes; so where it feeds one of these, its numbers are
 * taken to count the batch, with a warning.
 *
 * <p>Files are hostile until shown otherwise: sizes are checked before anything is read, see {@link
 * HdfLimits}. Safe for several threads.
 */
public final class NirReader {

  private final ImportOptions options;
  private final ImportNotes notes = new ImportNotes();
  private final DeclaredShapes declared = new DeclaredShapes();

  private NirReader(ImportOptions options) {
    this.options = options;
  }

  /**
   * Reads a network.
   *
   * @param file a NIR file, at most 1 GiB
   * @param options decide what the file leaves open
   * @throws BadInputException of one line that names the file, when it is not there, not HDF5,
   *     damaged, too large, or not a network that can be run
   */
  public static NirImport read(Path file, ImportOptions options) {
    try {
      return new NirReader(options).read(HdfSource.open(file).root());
    } catch (BadInputException refused) {
      throw new BadInputException(OneLine.of(refused.getMessage(), file), refused);
    }
  }

  private NirImport read(HdfGroup root) {
    HdfGroup network = root.group("node");
    String type = network.dataset("type").text();
    if (!type.equals("NIRGraph")) {
      throw new BadInputException("a NIR file holds a network: type=" + type);
    }
    FlatNetwork flat = FlatNetwork.read(network, new NodeReader(options, notes, declared));
    SortedMap<String, Node> nodes = flat.nodes();
    for (Edge edge : flat.edges()) {
      if (nodes.get(edge.source()) instanceof Flatten flatten
          && feedsFullyConnected(nodes.get(edge.target()))) {
        nodes.put(edge.source(), withoutBatch(edge.source(), flatten));
      }
    }
    Graph.Builder builder = Graph.builder().properties(properties(network));
    for (Edge edge : delayed(nodes, flat.edges(), network)) {
      builder.edge(edge.source(), edge.target());
    }
    nodes.forEach(builder::node);
    Graph graph = builder.build();
    NetworkSize.check(graph);
    declared.warnOfDifferences(graph, notes);
    return new NirImport(graph, notes.warnings());
  }

  private List<Edge> delayed(SortedMap<String, Node> nodes, List<Edge> edges, HdfGroup network) {
    boolean ours = network.has("metadata") && network.group("metadata").has(MetadataKeys.FORMAT);
    return ours || options.layerDelay() == 0
        ? edges
        : LayerDelays.insert(nodes, edges, options.layerDelay(), notes);
  }

  private static NetworkProperties properties(HdfGroup network) {
    return network.has("metadata")
        ? NetworkMetadata.read(network.group("metadata"))
        : NetworkProperties.NONE;
  }

  private static boolean feedsFullyConnected(Node target) {
    return target instanceof Linear || target instanceof Affine;
  }

  private Flatten withoutBatch(String name, Flatten flatten) {
    if (flatten.startDimension() < 1) {
      return flatten;
    }
    notes.warn(
        "the dimensions of a Flatten that feeds a fully connected node are taken to count the batch: start_dim=%d end_dim=%d node=%s"
            .formatted(flatten.startDimension(), flatten.endDimension(), name));
    int end = flatten.endDimension();
    return new Flatten(flatten.startDimension() - 1, end > 0 ? end - 1 : end);
  }
}

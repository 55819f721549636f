package org.spikeledger.models.nir;

import io.jhdf.WritableHdfFile;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;

/**
 * Writes a network as a NIR file that other readers load: NIR's nodes and fields as the Python
 * package writes them, no HDF5 attributes. What NIR cannot say goes into metadata, see {@link
 * MetadataKeys}, from which {@link NirReader} restores the network exactly, whatever the import
 * options. Equal networks give equal bytes on one platform (the library ends a file with the
 * platform's name).
 *
 * <p>Some things reach other readers only nearly: reset by subtraction (they may reset to 0), a
 * padding whose sides differ and that is not "same" (they see top and left), a leak of 1 beside
 * others in one node.
 */
public final class NirWriter {

  /** The version of NIR whose layout this follows. */
  private static final String NIR_VERSION = "1.0.7";

  private NirWriter() {}

  /**
   * Writes a network, replacing a file of that name. The file appears whole or not at all.
   *
   * @throws BadInputException when the file cannot be written, or a node's name cannot stand in a
   *     file
   */
  public static void write(Graph graph, Path file) {
    write(graph, file, WrittenMetadata.ALL);
  }

  /**
   * Writes a network, replacing a file of that name. The file appears whole or not at all.
   *
   * @param kept how much goes into metadata
   * @throws BadInputException when the file cannot be written, or a node's name cannot stand in a
   *     file
   */
  public static void write(Graph graph, Path file, WrittenMetadata kept) {
    WholeHdf.write(file, hdf -> write(graph, hdf, kept));
  }

  private static void write(Graph graph, WritableHdfFile file, WrittenMetadata kept) {
    HdfOutput root = HdfOutput.root(file, kept);
    root.text("version", NIR_VERSION);
    HdfOutput network = root.group("node");
    network.text("type", "NIRGraph");
    network.textPairs(
        "edges", graph.edges().stream().map(NirWriter::pair).toArray(String[][]::new));
    NetworkMetadata.write(graph.properties(), network.metadata());
    HdfOutput nodes = network.group("nodes");
    for (String name : graph.nodes().keySet()) {
      new NodeWriter(graph, name, nodes.group(checked(name))).write();
    }
  }

  private static String[] pair(Edge edge) {
    return new String[] {edge.source(), edge.target()};
  }

  /** A node's name that can stand in a file. */
  static String checked(String name) {
    if (name.isBlank()
        || name.equals(".")
        || name.contains("/")
        || !name.equals(OneLine.of(name))) {
      throw new BadInputException(
          "a node's name in a file is not blank, is not \".\", and has no slash and no control"
              + " character: node="
              + name);
    }
    return name;
  }
}

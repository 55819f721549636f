package org.spikeledger.models.nir;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Edge;

/**
 * A network of a NIR file as it stands: nothing is interpreted, and what cannot be read is a
 * problem beside the rest instead of an end.
 *
 * @param nodes by name, in name order
 * @param edges in the file's order, with what stands twice
 * @param metadata of the network itself
 * @param problems what could not be read
 */
public record RawNetwork(
    SortedMap<String, RawNode> nodes,
    List<Edge> edges,
    SortedMap<String, RawField> metadata,
    List<Problem> problems) {

  /**
   * A part of the file that could not be read.
   *
   * @param node where; empty for the network itself
   * @param message one line
   */
  public record Problem(String node, String message) {}

  /** Copies the lists. */
  public RawNetwork {
    edges = List.copyOf(edges);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the network of a file.
   *
   * @throws BadInputException of one line, when the file is not there or is no HDF5 file with a
   *     network in it
   */
  public static RawNetwork read(Path file) {
    try {
      return RawReader.network(HdfSource.open(file).root().group("node"));
    } catch (BadInputException refused) {
      throw new BadInputException(OneLine.of(refused.getMessage(), file), refused);
    }
  }
}

package org.spikeledger.models.nir;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.NameOrder;
import org.spikeledger.models.graph.Node;

/**
 * A NIR file looked at as a whole and part by part, so that one broken rule does not hide another.
 *
 * @param network as it stands in the file
 * @param nodes what our reader makes of each node by itself; nested networks are left out
 * @param whole the network that can be run; empty where it is refused
 * @param refusal the one line that refuses the whole; empty where nothing does
 */
public record NirInspection(
    RawNetwork network,
    SortedMap<String, Reading> nodes,
    Optional<NirImport> whole,
    Optional<String> refusal) {

  /** The type of a node that is a network. */
  public static final String NESTED_TYPE = "NIRGraph";

  /**
   * What our reader makes of one node.
   *
   * @param node empty where it is refused
   * @param refusal the one line; empty where it is read
   */
  public record Reading(Optional<Node> node, Optional<String> refusal) {}

  /**
   * Looks at a file.
   *
   * @throws BadInputException of one line, when the file is not there or is no HDF5 file with a
   *     network in it
   */
  public static NirInspection of(Path file, ImportOptions options) {
    try {
      HdfGroup group = HdfSource.open(file).root().group("node");
      RawNetwork network = RawReader.network(group);
      SortedMap<String, Reading> nodes = nodes(group, network, options);
      try {
        return new NirInspection(
            network, nodes, Optional.of(NirReader.read(file, options)), Optional.empty());
      } catch (BadInputException refused) {
        return new NirInspection(
            network, nodes, Optional.empty(), Optional.of(refused.getMessage()));
      }
    } catch (BadInputException refused) {
      throw new BadInputException(OneLine.of(refused.getMessage(), file), refused);
    }
  }

  private static SortedMap<String, Reading> nodes(
      HdfGroup group, RawNetwork network, ImportOptions options) {
    SortedMap<String, Reading> nodes = new TreeMap<>(NameOrder.BY_CODE_POINT);
    NodeReader reader = new NodeReader(options, new ImportNotes(), new DeclaredShapes());
    network
        .nodes()
        .forEach(
            (name, raw) -> {
              if (!raw.type().equals(NESTED_TYPE)) {
                nodes.put(name, reading(reader, name, group));
              }
            });
    return nodes;
  }

  private static Reading reading(NodeReader reader, String name, HdfGroup group) {
    try {
      Node node = reader.read(name, group.group("nodes").group(name));
      return new Reading(Optional.of(node), Optional.empty());
    } catch (BadInputException refused) {
      return new Reading(Optional.empty(), Optional.of(OneLine.of(refused.getMessage())));
    }
  }
}

package org.spikeledger.models.nir;

import java.util.List;
import org.spikeledger.models.graph.Graph;

/**
 * A network as it was read, and what its user should know about the reading.
 *
 * @param graph the network
 * @param warnings one line each: what the file leaves open and how the options decided it, what it
 *     declares wrongly, what was not read
 */
public record NirImport(Graph graph, List<String> warnings) {

  /** Copies the list. */
  public NirImport {
    warnings = List.copyOf(warnings);
  }
}

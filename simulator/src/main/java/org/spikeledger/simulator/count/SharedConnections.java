package org.spikeledger.simulator.count;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Population;

/**
 * Connections that several rows of neurons receive. Their operations stand in the row of one of
 * them, so that each is counted once; what {@link MembraneAccess#EVERY_EVENT} and {@link
 * MembraneAccess#LEMAIRE} say of the other rows then lacks them.
 */
public final class SharedConnections {

  private SharedConnections() {}

  /** Their names, in topological order. */
  public static List<String> of(Graph graph) {
    return graph.topologicalOrder().stream()
        .filter(name -> graph.node(name) instanceof Connection)
        .filter(name -> rows(graph, name, new HashSet<>()).size() > 1)
        .toList();
  }

  private static Set<String> rows(Graph graph, String name, Set<String> found) {
    for (String target : graph.targets(name)) {
      switch (graph.node(target)) {
        case Population _, Output _ -> found.add(target);
        default -> rows(graph, target, found);
      }
    }
    return found;
  }
}

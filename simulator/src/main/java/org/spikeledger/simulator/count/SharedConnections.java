package org.spikeledger.simulator.count;

import java.util.ArrayDeque;
import java.util.Deque;
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
        .filter(name -> rows(graph, name).size() > 1)
        .toList();
  }

  private static Set<String> rows(Graph graph, String connection) {
    Set<String> rows = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(connection));
    while (!open.isEmpty()) {
      for (String target : graph.targets(open.pop())) {
        if (graph.node(target) instanceof Population || graph.node(target) instanceof Output) {
          rows.add(target);
        } else if (seen.add(target)) {
          open.push(target);
        }
      }
    }
    return rows;
  }
}

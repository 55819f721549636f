package org.spikeledger.simulator.count;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final String NONE = "";
  private static final String SEVERAL = "/";

  private SharedConnections() {}

  /** Their names, in topological order. */
  public static List<String> of(Graph graph) {
    Map<String, String> rows = new HashMap<>();
    boolean changed = true;
    // Once is enough, but where a cycle leads through no neurons.
    while (changed) {
      changed = false;
      for (String name : graph.topologicalOrder().reversed()) {
        String row = row(graph, name, rows);
        changed |= !row.equals(rows.put(name, row));
      }
    }
    return graph.topologicalOrder().stream()
        .filter(name -> graph.node(name) instanceof Connection)
        .filter(name -> rows.get(name).equals(SEVERAL))
        .toList();
  }

  /** The row that receives all of a node, {@link #SEVERAL} or {@link #NONE}. */
  private static String row(Graph graph, String name, Map<String, String> rows) {
    String found = NONE;
    for (String target : graph.targets(name)) {
      boolean isRow =
          graph.node(target) instanceof Population || graph.node(target) instanceof Output;
      String row = isRow ? target : rows.getOrDefault(target, NONE);
      if (found.equals(NONE)) {
        found = row;
      } else if (!row.equals(NONE) && !row.equals(found)) {
        return SEVERAL;
      }
    }
    return found;
  }
}

package org.spikeledger.tools.bench.workload;

import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;

/**
 * A weighted layer of a chain with what stands in front of it.
 *
 * @param name of the connection's node
 * @param pooled whether a 2x2 average pool comes first
 * @param flattened whether the map is then flattened
 * @param connection the weights
 */
public record Block(String name, boolean pooled, boolean flattened, Connection connection) {

  /**
   * Adds the nodes behind another one.
   *
   * @return the name of the last
   */
  String appendTo(Graph.Builder builder, String source) {
    String last = source;
    if (pooled) {
      String pool = name + ".pool";
      builder.node(pool, AvgPool2d.of(2)).edge(last, pool);
      last = pool;
    }
    if (flattened) {
      String flat = name + ".flatten";
      builder.node(flat, Flatten.ALL).edge(last, flat);
      last = flat;
    }
    builder.node(name, connection).edge(last, name);
    return name;
  }
}

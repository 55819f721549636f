package org.spikeledger.models.nir;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;

/**
 * How large a network of a file may be: a few bytes can declare extents whose potentials no memory
 * holds.
 */
final class NetworkSize {

  private NetworkSize() {}

  static void check(Graph graph) {
    long values = 0;
    for (String name : graph.topologicalOrder()) {
      values += graph.shape(name).size();
      if (values > HdfLimits.NETWORK_VALUES) {
        throw new BadInputException(
            "all nodes of a network send at most %d values in a timestep: values=%d shape=%s node=%s"
                .formatted(HdfLimits.NETWORK_VALUES, values, graph.shape(name), name));
      }
    }
  }
}

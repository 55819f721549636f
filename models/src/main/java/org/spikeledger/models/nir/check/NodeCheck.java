package org.spikeledger.models.nir.check;

import java.util.Optional;
import org.spikeledger.models.graph.Shape;

/**
 * What the checker says of one node.
 *
 * @param name of the node; one of a nested network stands behind that network's name and a dot
 * @param type as the file states it
 * @param shape of what it sends, computed; empty where it cannot be told
 * @param treatment what our engine does with it; empty where the network cannot be run
 */
public record NodeCheck(
    String name, String type, Optional<Shape> shape, Optional<String> treatment) {}

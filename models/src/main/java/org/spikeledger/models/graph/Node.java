package org.spikeledger.models.graph;

/**
 * One node of a network, without its name: parameters only, immutable. Shapes come from {@link
 * Graph}, which computes them from the weights.
 */
public sealed interface Node permits Input, Output, Connection, Pool, Flatten, Delay, Population {

  /** The node's NIR type, as it stands in a file and in messages. */
  default String type() {
    return getClass().getSimpleName();
  }
}

package org.spikeledger.models.graph;

/** What is done with each value of a tensor. */
@FunctionalInterface
public interface ValueConsumer {

  /**
   * Takes a value.
   *
   * @param index flat
   */
  void accept(int index, float value);
}

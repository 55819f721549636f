package org.spikeledger.models.graph;

/** A condition on one value of a tensor. */
@FunctionalInterface
public interface ValuePredicate {

  /** Whether the value fulfils it. */
  boolean test(float value);
}

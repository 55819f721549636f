package org.spikeledger.models.graph;

/**
 * A pooling node: no weights, no neuron; it passes on graded events. The sum goes over row, then
 * column, one channel at a time.
 */
public sealed interface Pool extends Node permits SumPool2d, AvgPool2d {

  /** The window's extent, at least 1 each. */
  Extent2d kernel();

  /** At least 1 each. */
  Extent2d stride();

  /** At least 0 each; smaller than the kernel. */
  Extent2d padding();
}

package org.spikeledger.models.graph;

/**
 * Joins a run of dimensions into one (NIR node {@code Flatten}); values keep NIR's order.
 *
 * @param startDimension first dimension of the run, counted without batch; 0 is the outermost
 * @param endDimension last dimension of the run, inclusive; negative counts from the last, -1
 */
public record Flatten(int startDimension, int endDimension) implements Node {

  /** Joins all dimensions. */
  public static final Flatten ALL = new Flatten(0, -1);
}

package org.spikeledger.models.graph;

/**
 * The sum over a window (NIR node {@code SumPool2d}).
 *
 * @param kernel the window's extent, at least 1 each
 * @param stride at least 1 each
 * @param padding at least 0 each
 */
public record SumPool2d(Extent2d kernel, Extent2d stride, Extent2d padding) implements Pool {}

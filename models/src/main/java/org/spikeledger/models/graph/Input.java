package org.spikeledger.models.graph;

/**
 * Where values enter the network (NIR node {@code Input}).
 *
 * @param shape of one sample at one timestep
 */
public record Input(Shape shape) implements Node {}

package org.spikeledger.models.graph;

/**
 * The output layer (NIR node {@code Output}): a population that accumulates what arrives over all
 * timesteps; no leak, no threshold, no reset, never a spike.
 */
public record Output() implements Node {}

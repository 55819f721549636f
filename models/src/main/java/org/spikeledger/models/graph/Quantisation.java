package org.spikeledger.models.graph;

/**
 * That a network computes with whole numbers: weights, biases, thresholds, potentials, inputs.
 *
 * @param inputScale what 1 stands for in a directly encoded input, whose values are whole numbers
 *     of -127..127; 1 where the input is events; finite and above 0
 */
public record Quantisation(float inputScale) {}

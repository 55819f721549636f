package org.spikeledger.simulator.plan;

/**
 * Puts the encoded input's events into a slot.
 *
 * @param name of the input node
 * @param slot for the events
 * @param layout of the input
 * @param constant whether the input is directly encoded
 */
public record InputStage(String name, int slot, Layout layout, boolean constant) implements Stage {}

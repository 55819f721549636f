package org.spikeledger.tools.bench.agenda;

/**
 * Ours beside figures that were measured on another machine.
 *
 * @param workload whose figures they are
 * @param ours our side
 * @param goal microseconds an image that we want at most on that machine; NaN where there is none
 */
public record AgainstPublished(String workload, Contender ours, double goal) {}

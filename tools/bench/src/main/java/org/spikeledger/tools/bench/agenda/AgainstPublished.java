package org.spikeledger.tools.bench.agenda;

/**
 * Ours beside figures that were measured on another machine.
 *
 * @param workload whose figures they are
 * @param ours our side
 */
public record AgainstPublished(String workload, Contender ours) {}

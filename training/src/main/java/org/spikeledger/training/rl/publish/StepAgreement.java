package org.spikeledger.training.rl.publish;

/**
 * How far libtorch and the simulator agree on an agent, step by step over observations that the
 * simulator's episode met.
 *
 * @param steps of the environment compared
 * @param sameActions steps with the same action
 * @param largestDifference of an action value, as a part of the largest value in size
 * @param spikes in the simulator over the steps
 * @param disagreements neurons and timesteps that fire in one and not in the other
 */
public record StepAgreement(
    int steps, int sameActions, double largestDifference, long spikes, long disagreements) {}

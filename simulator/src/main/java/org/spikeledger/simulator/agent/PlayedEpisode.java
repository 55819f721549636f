package org.spikeledger.simulator.agent;

/**
 * What came of an episode.
 *
 * @param seed that it was begun with
 * @param steps of the environment
 * @param reward the sum over its steps
 * @param truncated whether it was cut by the limit of steps
 * @param digest 64 hexadecimal digits over its inferences: that of a trace of this episode
 */
public record PlayedEpisode(
    long seed, int steps, double reward, boolean truncated, String digest) {}

package org.spikeledger.training.rl.compare;

import org.spikeledger.training.rl.act.Rewards;

/**
 * What one training came to, in its last stage; episodes that no training and no evaluation has
 * seen.
 *
 * @param name of its configuration
 * @param environment that it learned in
 * @param network {@code ANN}, or the SNN's timesteps and what becomes of its membranes
 * @param seed of the training
 * @param steps of the environment in its last stage
 * @param bestEvaluation mean reward of the best evaluation on the way
 * @param best reward of the network of that evaluation
 * @param last reward of the network of the last step
 */
public record SeedResult(
    String name,
    String environment,
    String network,
    long seed,
    long steps,
    double bestEvaluation,
    Rewards best,
    Rewards last) {}

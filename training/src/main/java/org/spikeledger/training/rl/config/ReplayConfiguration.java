package org.spikeledger.training.rl.config;

import org.spikeledger.training.config.Rules;

/**
 * What an agent remembers and how it learns from it.
 *
 * @param capacity observations kept, at most 2^24
 * @param bytes whether an observation's values are whole numbers in 0..255 and are kept as bytes
 * @param learningStarts environment steps of a stage before its first learning step
 * @param trainEvery environment steps between learning steps
 * @param batchSize transitions that a learning step learns from
 * @param sequence transitions in a row where membranes are carried; divides the batch size
 * @param burnIn transitions before them that only bring the membranes up, from zero; fewer where
 *     the episode began later
 */
public record ReplayConfiguration(
    int capacity,
    boolean bytes,
    int learningStarts,
    int trainEvery,
    int batchSize,
    int sequence,
    int burnIn) {

  /** Refuses values out of range. */
  public ReplayConfiguration {
    Rules.require(
        capacity >= 2 && capacity <= 1 << 24, "it lies in 2..2^24", "replay.capacity", capacity);
    Rules.require(trainEvery > 0, "it is positive", "replay.trainEvery", trainEvery);
    Rules.require(
        batchSize > 0 && batchSize <= 4096, "it lies in 1..4096", "replay.batchSize", batchSize);
    Rules.require(
        learningStarts >= 2,
        "there is something to learn from",
        "replay.learningStarts",
        learningStarts);
    Rules.require(
        sequence > 0 && batchSize % sequence == 0,
        "it divides the batch size",
        "replay.sequence",
        sequence);
    Rules.require(burnIn >= 0 && burnIn <= 1000, "it lies in 0..1000", "replay.burnIn", burnIn);
    Rules.require(sequence + burnIn < capacity, "a sequence fits in", "replay.capacity", capacity);
  }
}

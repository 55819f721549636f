package org.spikeledger.training.checkpoint;

/**
 * A place in a run.
 *
 * @param stage index of the stage
 * @param epochsDone finished in it
 */
public record Position(int stage, int epochsDone) {}

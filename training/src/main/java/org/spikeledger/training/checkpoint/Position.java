package org.spikeledger.training.checkpoint;

/**
 * A place in a run.
 *
 * @param stage index of the stage
 * @param epochsDone finished in it
 * @param configurationDigest of what the run has depended on so far, 64 hexadecimal digits
 */
public record Position(int stage, int epochsDone, String configurationDigest) {}

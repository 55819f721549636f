package org.spikeledger.training.stages;

import org.spikeledger.training.checkpoint.Checkpoints;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.progress.MetricsLog;

/**
 * What all stages of a run use.
 *
 * @param training images to learn from
 * @param test images to measure with
 * @param checkpoints written after every epoch
 * @param metrics a line an epoch
 * @param afterEpoch called when the line of an epoch is written
 */
record RunParts(
    BatchMaker training,
    BatchMaker test,
    Checkpoints checkpoints,
    MetricsLog metrics,
    Runnable afterEpoch) {}

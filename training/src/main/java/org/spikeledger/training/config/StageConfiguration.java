package org.spikeledger.training.config;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One stage of training.
 *
 * @param name unique in the run, e.g. {@code t5}
 * @param timesteps of the SNN; 0 trains the ANN
 * @param epochs passes over the training images
 * @param batchSize images a step
 * @param optimiser made afresh when the stage starts
 * @param schedule of the learning rate over the stage
 * @param export whether the stage's last network is written as a .nir file
 * @param from name of the stage whose last network this one starts with; empty for the stage
 *     before, {@link #RANDOM} for an SNN with random weights, a NIR file for the SNN in it
 * @param initialThreshold of an SNN with random weights; 0 balances them as a conversion does
 * @param spikePenalty strength of the spike-rate regulariser: added to the loss is this times the
 *     spikes per neuron per inference, a mean over the hidden layers weighted by the
 *     multiply-accumulates that each feeds; 0 for none
 * @param teacher name of an earlier stage whose last network says, by the probabilities that it
 *     gives the classes of every image, what this one learns; empty for the labels
 * @param measureEvery epochs from one measurement on the test images, and line of metrics, to the
 *     next; the stage's last epoch always has one
 * @param averagedEpochs the stage's last network is the mean of those after so many of its last
 *     epochs; 0 for what the last epoch gives
 */
@JsonIgnoreProperties(value = "ann", allowGetters = true)
public record StageConfiguration(
    String name,
    int timesteps,
    int epochs,
    int batchSize,
    OptimiserConfiguration optimiser,
    LearningRateSchedule schedule,
    boolean export,
    String from,
    double initialThreshold,
    double spikePenalty,
    String teacher,
    int measureEvery,
    int averagedEpochs)
    implements ChainedStage {

  /** Refuses values out of range. */
  public StageConfiguration {
    Rules.requireStage(name, timesteps, from, export, spikePenalty);
    Rules.require(epochs >= 0, "it is not negative", "epochs", epochs);
    Rules.require(measureEvery > 0, "it is positive", "measureEvery", measureEvery);
    Rules.require(
        averagedEpochs >= 0 && averagedEpochs <= epochs,
        "it lies in 0..epochs",
        "averagedEpochs",
        averagedEpochs);
    Rules.require(batchSize > 0 && batchSize <= 4096, "it lies in 1..4096", "batchSize", batchSize);
    Rules.require(
        initialThreshold == 0 || (initialThreshold > 0 && from.equals(RANDOM)),
        "it is positive, and only of an SNN from random weights",
        "initialThreshold",
        initialThreshold);
  }

  /** The same with no more than the name of a file, whose folder means nothing elsewhere. */
  StageConfiguration withoutFolder() {
    return new StageConfiguration(
        name,
        timesteps,
        epochs,
        batchSize,
        optimiser,
        schedule,
        export,
        fromWithoutFolder(),
        initialThreshold,
        spikePenalty,
        teacher,
        measureEvery,
        averagedEpochs);
  }

  /** Whether the network is measured after an epoch, which count from 1. */
  public boolean measures(int epoch) {
    return epoch % measureEvery == 0 || epoch == epochs;
  }
}

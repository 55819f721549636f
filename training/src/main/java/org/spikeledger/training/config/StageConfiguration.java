package org.spikeledger.training.config;

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
 */
public record StageConfiguration(
    String name,
    int timesteps,
    int epochs,
    int batchSize,
    OptimiserConfiguration optimiser,
    LearningRateSchedule schedule,
    boolean export) {

  /** Refuses values out of range. */
  public StageConfiguration {
    Rules.require(name.matches("[A-Za-z0-9-]+"), "it has letters, digits, hyphens", "name", name);
    Rules.require(timesteps >= 0 && timesteps <= 64, "it lies in 0..64", "timesteps", timesteps);
    Rules.require(epochs >= 0, "it is not negative", "epochs", epochs);
    Rules.require(batchSize > 0 && batchSize <= 4096, "it lies in 1..4096", "batchSize", batchSize);
    Rules.require(!export || timesteps > 0, "only a spiking network is exported", "export", export);
  }

  /** Whether this stage trains the ANN. */
  public boolean isAnn() {
    return timesteps == 0;
  }
}

package org.spikeledger.training.config;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A stage of a training, as the stages that come after it see it. */
public interface ChainedStage {
  /** Instead of a stage's name: weights are drawn, nothing came before. */
  String RANDOM = "random";

  /** How the name of a network's file ends. */
  String FILE_ENDING = ".nir";

  /** Unique in the run, e.g. {@code t5}. */
  String name();

  /** T of the SNN; 0 trains the ANN. */
  int timesteps();

  /**
   * Name of the stage whose last network this one starts with; empty for the stage before, {@link
   * #RANDOM} for an SNN with random weights; a NIR file, which ends in {@value #FILE_ENDING}, for
   * the SNN in it.
   */
  String from();

  /** The same with no more than the name of a file, whose folder means nothing elsewhere. */
  default String fromWithoutFolder() {
    return from().substring(from().lastIndexOf('/') + 1);
  }

  /** Whether this stage trains the ANN. */
  default boolean isAnn() {
    return timesteps() == 0;
  }

  /** Whether this stage starts with random weights although it trains an SNN. */
  @JsonIgnore
  default boolean isRandom() {
    return from().equals(RANDOM);
  }

  /** Whether this stage starts with the SNN of a file. */
  @JsonIgnore
  default boolean isFromFile() {
    return from().endsWith(FILE_ENDING);
  }

  /** Whether no stage comes before this one. */
  @JsonIgnore
  default boolean isFirst() {
    return isAnn() || isRandom() || isFromFile();
  }
}

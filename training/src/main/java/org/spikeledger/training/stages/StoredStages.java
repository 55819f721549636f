package org.spikeledger.training.stages;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.checkpoint.CheckpointFile;
import org.spikeledger.training.checkpoint.RunFolder;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.layers.SpikingNetwork;

/** The networks that a run left behind at the end of its stages. */
public final class StoredStages {
  private final TrainingConfiguration configuration;
  private final Networks networks;

  /**
   * The stages of a run.
   *
   * @param imageShape channels, rows, columns
   */
  public StoredStages(TrainingConfiguration configuration, Shape imageShape) {
    this.configuration = configuration;
    networks = new Networks(configuration, imageShape);
  }

  /**
   * The last network of a spiking stage.
   *
   * @throws BadInputException where the stage is not finished, or trains the ANN
   */
  public SpikingNetwork network(StageConfiguration stage) {
    CheckpointFile file = file(configuration, stage);
    if (stage.isAnn() || !file.exists()) {
      throw new BadInputException(
          "a spiking stage that is finished can be read: stage=%s output=%s"
              .formatted(stage.name(), configuration.output()));
    }
    return (SpikingNetwork) networks.stored(configuration.stages().indexOf(stage), file);
  }

  static CheckpointFile file(TrainingConfiguration configuration, StageConfiguration stage) {
    return RunFolder.ofStage(configuration.output(), stage.name());
  }
}

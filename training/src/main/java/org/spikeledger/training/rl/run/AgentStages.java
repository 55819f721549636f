package org.spikeledger.training.rl.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.checkpoint.CheckpointFile;
import org.spikeledger.training.checkpoint.RunFolder;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentConfigurations;
import org.spikeledger.training.rl.config.AgentStage;

/**
 * The networks that a run left behind at the end of its stages: {@code STAGE.pt} holds that of the
 * best evaluation, and that of the last step under names that begin with {@code last_}.
 */
public final class AgentStages {
  private static final String LAST = "last_";

  private final AgentConfiguration configuration;
  private final AgentNetworks networks;

  /**
   * The stages of a run.
   *
   * @param observation shape of the environment's observations
   */
  public AgentStages(AgentConfiguration configuration, Shape observation) {
    this.configuration = configuration;
    networks = new AgentNetworks(configuration, observation);
  }

  /** Whether a stage is finished. */
  public boolean isFinished(AgentStage stage) {
    return file(configuration, stage).exists();
  }

  /**
   * Refuses a stage that was trained by another configuration.
   *
   * @throws BadInputException where it was, or is not finished
   */
  public void checkConfiguration(AgentStage stage) {
    String stored = finished(stage).position().configurationDigest();
    if (!stored.equals(AgentConfigurations.digest(configuration, index(stage)))) {
      throw new BadInputException(
          "a finished stage is that of the same configuration: stage=%s output=%s"
              .formatted(stage.name(), configuration.output()));
    }
  }

  /**
   * The network of a stage's best evaluation.
   *
   * @throws BadInputException where the stage is not finished
   */
  public Trainable best(AgentStage stage) {
    return networks.stored(index(stage), finished(stage));
  }

  /**
   * The network of a stage's last step.
   *
   * @throws BadInputException where the stage is not finished
   */
  public Trainable last(AgentStage stage) {
    Trainable network = networks.initial(index(stage));
    Map<String, Tensor> named = new LinkedHashMap<>();
    network.state().forEach((name, tensor) -> named.put(LAST + name, tensor));
    finished(stage).readNetwork(named);
    return network;
  }

  static Map<String, Tensor> state(Trainable best, Trainable last) {
    Map<String, Tensor> state = new LinkedHashMap<>(best.state());
    last.state().forEach((name, tensor) -> state.put(LAST + name, tensor));
    return state;
  }

  static CheckpointFile file(AgentConfiguration configuration, AgentStage stage) {
    return RunFolder.ofStage(configuration.output(), stage.name());
  }

  private CheckpointFile finished(AgentStage stage) {
    if (!isFinished(stage)) {
      throw new BadInputException(
          "a stage that is finished can be read: stage=%s output=%s"
              .formatted(stage.name(), configuration.output()));
    }
    return file(configuration, stage);
  }

  private int index(AgentStage stage) {
    return configuration.stages().indexOf(stage);
  }
}

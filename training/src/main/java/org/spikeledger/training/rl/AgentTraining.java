package org.spikeledger.training.rl;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.environment.EnvironmentSpecification;
import org.spikeledger.training.libtorch.Libtorch;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.publish.AgentCard;
import org.spikeledger.training.rl.publish.AgentPublication;
import org.spikeledger.training.rl.run.AgentRun;
import org.spikeledger.training.rl.run.RunListener;
import org.spikeledger.training.rl.run.StageSpeed;
import org.spikeledger.training.rl.run.StageTiming;

/** The entry: trains the agent that a configuration describes, or goes on where it was cut off. */
public final class AgentTraining {
  private AgentTraining() {}

  /**
   * Trains to the end.
   *
   * @param listener is told how it goes; closed at the end
   * @throws BadInputException where the environment or a checkpoint is refused, something cannot be
   *     written, or on a platform without libtorch
   */
  public static void train(AgentConfiguration configuration, RunListener listener) {
    EnvironmentSpecification environment = load(configuration);
    try (listener) {
      new AgentRun(configuration, environment::open, listener).run();
    }
  }

  /**
   * Times some learning steps of every stage; writes nothing.
   *
   * @param steps timed in each stage, at least 1
   */
  public static List<StageSpeed> time(AgentConfiguration configuration, int steps) {
    EnvironmentSpecification environment = load(configuration);
    return new StageTiming(configuration, environment::open, steps).measure();
  }

  /**
   * Exports, measures and describes the networks of a finished training.
   *
   * @param folder that receives the files and cards
   * @param compared environment steps on which libtorch is compared with the simulator
   * @throws BadInputException where a stage is missing or a file cannot be written
   */
  public static List<AgentCard> publish(
      AgentConfiguration configuration, Path folder, int compared) {
    EnvironmentSpecification environment = load(configuration);
    return new AgentPublication(configuration, environment, folder, compared).publish();
  }

  private static EnvironmentSpecification load(AgentConfiguration configuration) {
    EnvironmentSpecification environment =
        EnvironmentSpecification.parse(configuration.environment());
    Libtorch.load(configuration.threads());
    Libtorch.setDeterministic(true);
    return environment;
  }
}

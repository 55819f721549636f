package org.spikeledger.training.rl.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.spikeledger.models.environment.Environment;
import org.spikeledger.models.environment.Step;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.WholeSteps;
import org.spikeledger.training.rl.act.Agent;
import org.spikeledger.training.rl.act.Agents;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.rl.learn.QLearner;
import org.spikeledger.training.rl.replay.ReplayBuffer;
import org.spikeledger.training.stages.RandomStreams;

/** Times acting and learning of every stage of a configuration; writes nothing. */
public final class StageTiming {
  private static final int WARM_UP = 3;
  private static final int ACTED_PER_LEARNED = 10;

  private final AgentConfiguration configuration;
  private final Supplier<Environment> environments;
  private final int steps;

  /**
   * A timing; libtorch must be loaded.
   *
   * @param environments makes new ones
   * @param steps learning steps timed in each stage
   */
  public StageTiming(
      AgentConfiguration configuration, Supplier<Environment> environments, int steps) {
    this.configuration = configuration;
    this.environments = environments;
    this.steps = steps;
  }

  /** One a stage. */
  public List<StageSpeed> measure() {
    List<StageSpeed> speeds = new ArrayList<>();
    try (Environment environment = environments.get();
        WholeSteps whole = new WholeSteps()) {
      for (int i = 0; i < configuration.stages().size(); i++) {
        speeds.add(measure(i, environment, whole));
      }
    }
    return speeds;
  }

  private StageSpeed measure(int index, Environment environment, WholeSteps whole) {
    AgentStage stage = configuration.stages().get(index);
    Shape shape = environment.observationShape();
    AgentNetworks networks = new AgentNetworks(configuration, shape);
    Trainable network = networks.initial(index);
    Agent agent = Agents.of(network, shape, stage.carries(), configuration.observationScale());
    QLearner learner = new QLearner(configuration, stage, network, networks.initial(index), shape);
    int acted = ACTED_PER_LEARNED * (steps + WARM_UP);
    ReplayBuffer replay = new ReplayBuffer(2 * acted, shape.size(), configuration.replay().bytes());
    SplittableRandom random = RandomStreams.of(configuration.seed(), index, 0);
    act(agent, environment, replay, random, ACTED_PER_LEARNED * WARM_UP, whole);
    double acting = act(agent, environment, replay, random, ACTED_PER_LEARNED * steps, whole);
    learn(learner, agent, replay, random, WARM_UP, whole);
    double learning = learn(learner, agent, replay, random, steps, whole);
    return new StageSpeed(
        stage.name(),
        stage.timesteps(),
        stage.steps(),
        configuration.replay().trainEvery(),
        acting,
        learning);
  }

  private static double act(
      Agent agent,
      Environment environment,
      ReplayBuffer replay,
      SplittableRandom random,
      int times,
      WholeSteps whole) {
    float[] observation = new float[environment.observationShape().size()];
    boolean ended = true;
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      if (ended) {
        environment.reset(random.nextLong(), observation);
        replay.begin(observation);
        agent.begin();
      }
      int action = whole.run(() -> agent.best(observation));
      Step step = environment.step(action, observation);
      replay.add(action, step, observation);
      ended = step.ended();
    }
    return (System.nanoTime() - begin) / 1e9 / times;
  }

  private static double learn(
      QLearner learner,
      Agent agent,
      ReplayBuffer replay,
      SplittableRandom random,
      int times,
      WholeSteps whole) {
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      whole.run(() -> learner.step(replay, random));
      agent.refresh();
    }
    return (System.nanoTime() - begin) / 1e9 / times;
  }
}

package org.spikeledger.training.rl.run;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.environment.Environment;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.rl.act.Agent;
import org.spikeledger.training.rl.act.Agents;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.stages.RandomStreams;

/** Observations that a network meets when it plays, one action in twenty at random. */
final class MetObservations {
  private static final double EPSILON = 0.05;

  private final AgentConfiguration configuration;
  private final Environment environment;

  MetObservations(AgentConfiguration configuration, Environment environment) {
    this.configuration = configuration;
    this.environment = environment;
  }

  /** As many as the conversion wants, scaled: observation x its shape. */
  Tensor by(Trainable network) {
    int number = configuration.conversion().observations();
    Shape shape = environment.observationShape();
    Agent agent = Agents.of(network, shape, false, configuration.observationScale());
    SplittableRandom random = RandomStreams.of(configuration.seed(), RandomStreams.CONVERSION, 0);
    Tensor met = FloatTensors.of(new float[number * shape.size()], number, shape.size());
    FloatBuffer into = FloatTensors.buffer(met);
    float[] observation = new float[shape.size()];
    boolean ended = true;
    for (int i = 0; i < number; i++) {
      if (ended) {
        environment.reset(random.nextLong(), observation);
      }
      for (float value : observation) {
        into.put(value * (float) configuration.observationScale());
      }
      int action =
          random.nextDouble() < EPSILON
              ? random.nextInt(environment.actions())
              : agent.best(observation);
      ended = environment.step(action, observation).ended();
    }
    return shape.isMap() ? met.view(number, shape.channels(), shape.rows(), shape.columns()) : met;
  }
}

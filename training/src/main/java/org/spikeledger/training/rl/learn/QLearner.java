package org.spikeledger.training.rl.learn;

import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.layers.Inputs;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.rl.config.QLearning;
import org.spikeledger.training.rl.config.ReplayConfiguration;
import org.spikeledger.training.rl.replay.ReplayBuffer;
import org.spikeledger.training.rl.replay.Windows;

/**
 * Deep Q-learning of one network (Mnih et al. 2015). Where membranes are carried it learns from
 * sequences: potentials start at zero, come up over the burn-in, and the gradient goes back through
 * all of the sequence (as Kapturowski et al. 2019 do with recurrent networks).
 */
public final class QLearner {
  private final Trainable network;
  private final Trainable target;
  private final QLearning learning;
  private final boolean carries;
  private final int sequences;
  private final int learned;
  private final int burnIn;
  private final Scalar scale;
  private final long[] shape;
  private final Optimizer optimiser;

  /**
   * A learner.
   *
   * @param network learns
   * @param target of the same shape; its values are replaced
   * @param observation its shape
   */
  public QLearner(
      AgentConfiguration configuration,
      AgentStage stage,
      Trainable network,
      Trainable target,
      Shape observation) {
    this.network = network;
    this.target = target;
    learning = configuration.learning();
    carries = stage.carries();
    ReplayConfiguration replay = configuration.replay();
    learned = carries ? replay.sequence() : 1;
    burnIn = carries ? replay.burnIn() : 0;
    sequences = replay.batchSize() / learned;
    scale = new Scalar((float) configuration.observationScale());
    shape =
        observation.isMap()
            ? new long[] {-1, observation.channels(), observation.rows(), observation.columns()}
            : new long[] {-1, observation.size()};
    TensorVector parameters = new TensorVector(network.parameters().toArray(Tensor[]::new));
    optimiser = new Adam(parameters, new AdamOptions(stage.learningRate()));
    updateTarget();
  }

  /** Its state belongs into a checkpoint. */
  public Optimizer optimiser() {
    return optimiser;
  }

  /** The target network, whose state belongs into a checkpoint. */
  public Trainable target() {
    return target;
  }

  /** The target network becomes the learning one. */
  public void updateTarget() {
    copy(network.state(), target.state());
  }

  /** Copies tensors of the same names. */
  public static void copy(Map<String, Tensor> from, Map<String, Tensor> into) {
    FloatTensors.withoutGradient(
        () -> {
          into.forEach((name, tensor) -> tensor.detach().copy_(from.get(name)));
          return into;
        });
  }

  /**
   * One step on a drawn batch.
   *
   * @return the loss
   */
  public double step(ReplayBuffer replay, SplittableRandom random) {
    try (PointerScope _ = new PointerScope()) {
      Windows windows = replay.sample(random, sequences, learned, burnIn);
      Tensor observations = windows.observations().mul(scale).view(shape);
      float[] valuing = after(target, observations, windows);
      float[] choosing = learning.doubleDqn() ? after(network, observations, windows) : valuing;
      optimiser.zero_grad();
      Inputs before =
          new Inputs(observations.narrow(0, 0, windows.size()), carries ? windows.steps() : 1);
      double loss = network.learn(before, values -> learn(windows, values, valuing, choosing));
      optimiser.step();
      network.clamp();
      return loss;
    }
  }

  private double learn(Windows windows, Tensor values, float[] valuing, float[] choosing) {
    TemporalDifferences differences =
        TemporalDifferences.of(windows, FloatTensors.values(values), valuing, choosing, learning);
    Tensor gradients = FloatTensors.of(differences.gradients(), values.size(0), values.size(1));
    FloatTensors.backward(values, gradients);
    return differences.loss();
  }

  /** A network's values after each transition; carried potentials come from the ones before. */
  private float[] after(Trainable valued, Tensor observations, Windows windows) {
    long first = windows.sequences();
    if (!carries) {
      return FloatTensors.values(
          valued.outputs(Inputs.once(observations.narrow(0, first, windows.size()))));
    }
    Tensor all = valued.outputs(new Inputs(observations, windows.steps() + 1));
    return FloatTensors.values(all.narrow(0, first, windows.size()));
  }
}

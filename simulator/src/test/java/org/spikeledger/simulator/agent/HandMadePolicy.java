package org.spikeledger.simulator.agent;

import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;

/**
 * A network for CartPole that nobody trained: neurons of growing gain, half of them for a pole that
 * leans to the right, half for one that leans to the left, each voting for a push to its side.
 */
final class HandMadePolicy {

  private static final float[] LEAN = {0.1f, 0.2f, 1f, 0.5f};
  private static final int PAIRS = 8;

  private HandMadePolicy() {}

  static Graph network() {
    float[] hidden = new float[2 * PAIRS * LEAN.length];
    float[] votes = new float[2 * 2 * PAIRS];
    for (int neuron = 0; neuron < 2 * PAIRS; neuron++) {
      int side = neuron % 2 == 0 ? 1 : -1;
      for (int i = 0; i < LEAN.length; i++) {
        hidden[neuron * LEAN.length + i] = side * LEAN[i] * (1 << (2 + neuron / 2));
      }
      votes[neuron] = -side;
      votes[2 * PAIRS + neuron] = side;
    }
    Firing firing =
        new Firing(
            Tensor.scalar(1f),
            ThresholdRule.GREATER,
            SpikeRule.SINGLE,
            ResetRule.TO_VALUE,
            Tensor.scalar(0f));
    return Graph.builder()
        .node("input", new Input(Shape.of(4)))
        .node("hidden", new Linear(Tensor.of(Shape.of(2 * PAIRS, 4), hidden)))
        .node("lean", new LIF(Tensor.scalar(0.25f), Tensor.scalar(1f), Tensor.scalar(0f), firing))
        .node("vote", new Linear(Tensor.of(Shape.of(2, 2 * PAIRS), votes)))
        .node("output", new Output())
        .chain("input", "hidden", "lean", "vote", "output")
        .build();
  }
}

package org.spikeledger.tools.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;
import org.spikeledger.models.nir.NirWriter;

/** Agents that nobody trained, as files. */
final class HandMadeAgents {

  private static final float[] LEAN = {0.1f, 0.2f, 1f, 0.5f};
  private static final int PAIRS = 8;
  private static final int SIDE = 84;

  private HandMadeAgents() {}

  /**
   * For CartPole: neurons of growing gain, half of them for a pole that leans to the right, half
   * for one that leans to the left, each voting for a push to its side.
   */
  static void writeCartPole(Path file, String state) {
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
    Graph.Builder builder =
        Graph.builder()
            .node("input", new Input(Shape.of(4)))
            .node("hidden", new Linear(Tensor.of(Shape.of(2 * PAIRS, 4), hidden)))
            .node("lean", neurons())
            .node("vote", new Linear(Tensor.of(Shape.of(2, 2 * PAIRS), votes)))
            .node("output", new Output())
            .chain("input", "hidden", "lean", "vote", "output");
    NirWriter.write(builder.properties(properties("cartpole", state)).build(), file);
  }

  /**
   * For Pong: one neuron fires where the ball is above the paddle, one where it is below; each
   * votes for its action. Rows count from the middle, so that without a ball the paddle goes there.
   */
  static void writePong(Path file) {
    float[] rows = new float[2 * SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      float row = Math.floorDiv(i, SIDE) - 41.5f;
      int column = i % SIDE;
      float weight =
          column < 8 ? 0 : column < 76 ? row / (4 * 255) : column < 78 ? -row / (20 * 160) : 0;
      rows[i] = -weight;
      rows[SIDE * SIDE + i] = weight;
    }
    float[] votes = new float[6 * 2];
    votes[2 * 2] = 1;
    votes[3 * 2 + 1] = 1;
    Graph.Builder builder =
        Graph.builder()
            .node("input", new Input(Shape.of(1, SIDE, SIDE)))
            .node("flatten", Flatten.ALL)
            .node("above", new Linear(Tensor.of(Shape.of(2, SIDE * SIDE), rows)))
            .node("way", neurons(4f))
            .node("vote", new Linear(Tensor.of(Shape.of(6, 2), votes)))
            .node("output", new Output())
            .chain("input", "flatten", "above", "way", "vote", "output");
    NirWriter.write(builder.properties(properties("pong", "zeroed")).build(), file);
  }

  private static LIF neurons() {
    return neurons(1f);
  }

  private static LIF neurons(float threshold) {
    Firing firing =
        new Firing(
            Tensor.scalar(threshold),
            ThresholdRule.GREATER,
            SpikeRule.SINGLE,
            ResetRule.TO_VALUE,
            Tensor.scalar(0f));
    return new LIF(Tensor.scalar(0.25f), Tensor.scalar(1f), Tensor.scalar(0f), firing);
  }

  private static NetworkProperties properties(String environment, String state) {
    return new NetworkProperties(
        OptionalInt.of(2),
        Optional.empty(),
        List.of(),
        new TreeMap<>(Map.of("environment", environment, "stateBetweenEnvironmentSteps", state)));
  }
}

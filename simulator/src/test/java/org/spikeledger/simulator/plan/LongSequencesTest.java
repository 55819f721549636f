package org.spikeledger.simulator.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;

/** Plans whose windows see very much are no larger than what they see. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongSequencesTest {

  @Test
  void aKernelAsLongAsItsSequenceIsOneRunATarget() {
    int length = 50_000;
    Tensor weight = ones(Shape.of(1, 1, length));
    Node conv = new Conv1d(weight, Optional.empty(), 1, length / 2, length / 2, 1, 1);
    ConnectionStage stage = stage(length, new Flatten(0, 0), conv);
    assertEquals(length + 1, stage.windows().firstRun(stage.windows().count()));
    // Half the taps lie before the first element, and half behind it.
    assertEquals(length / 2 + 1, stage.fanOut().ofPixel(0));
    assertEquals(length, stage.fanOut().ofPixel(length / 2));
  }

  @Test
  void aFullyConnectedLayerBehindALongSequenceHasOneSynapseAnElement() {
    int length = 500_000;
    float[] weights = new float[length];
    weights[length - 1] = 1;
    Node linear = new Linear(Tensor.adopt(Shape.of(1, length), weights));
    ConnectionStage stage = stage(length, Flatten.ALL, linear);
    for (int i = 0; i < length; i++) {
      assertEquals(1, stage.fanOut().ofPixel(i));
      assertEquals(i == length - 1 ? 1 : 0, stage.fanOut().effective(i));
    }
  }

  private static Tensor ones(Shape shape) {
    float[] ones = new float[shape.size()];
    Arrays.fill(ones, 1f);
    return Tensor.adopt(shape, ones);
  }

  private static ConnectionStage stage(int length, Flatten flatten, Node connection) {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(1, length)))
            .node("flatten", flatten)
            .node("connection", connection)
            .node("output", new Output())
            .chain("input", "flatten", "connection", "output")
            .build();
    return Plan.of(graph, ValueKind.BINARY).stages().stream()
        .filter(ConnectionStage.class::isInstance)
        .map(ConnectionStage.class::cast)
        .findFirst()
        .orElseThrow();
  }
}

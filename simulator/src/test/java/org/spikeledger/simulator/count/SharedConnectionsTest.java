package org.spikeledger.simulator.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

class SharedConnectionsTest {

  @Test
  void aConnectionIsSharedWhoseValuesReachTwoPopulationsAlsoThroughADelay() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node("shared", linear())
            .node("first", neurons())
            .node("delay", new Delay(Tensor.scalar(1f)))
            .node("second", neurons())
            .node("own", linear())
            .node("output", new Output())
            .chain("input", "shared", "first", "own", "output")
            .chain("shared", "delay", "second", "own")
            .build();
    assertEquals(List.of("shared"), SharedConnections.of(graph));
  }

  @Test
  void aCycleThroughADelayAloneIsWalkedOnce() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node("looped", linear())
            .node("delay", new Delay(Tensor.scalar(1f)))
            .node("neurons", neurons())
            .node("own", linear())
            .node("output", new Output())
            .chain("input", "looped", "neurons", "own", "output")
            .chain("looped", "delay", "looped")
            .build();
    assertEquals(List.of(), SharedConnections.of(graph));
  }

  private static Node linear() {
    return new Linear(Tensor.of(Shape.of(2, 2), 1, 2, 3, 4));
  }

  private static Node neurons() {
    return new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f)));
  }
}

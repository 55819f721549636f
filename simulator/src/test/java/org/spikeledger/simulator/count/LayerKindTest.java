package org.spikeledger.simulator.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;

/** A layer with a shortcut is a convolution whatever its connections are called. */
class LayerKindTest {

  @Test
  void aShortcutWhoseNameComesFirstHidesNoConvolution() {
    for (String shortcut : new String[] {"a", "z"}) {
      Graph graph =
          Graph.builder()
              .node("input", new Input(Shape.of(1, 2, 2)))
              .node("before", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f))))
              .node("conv", Conv2d.of(Tensor.of(Shape.of(1, 1, 1, 1), 1f), Optional.empty(), 0))
              .node(shortcut, new Scale(Tensor.scalar(1f)))
              .node("after", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f))))
              .node("output", new Output())
              .chain("input", "before", "conv", "after", "output")
              .chain("before", shortcut, "after")
              .build();
      LayerFacts after =
          LayerFacts.of(graph, ValueKind.ANALOG).stream()
              .filter(each -> each.layer().name().equals("after"))
              .findFirst()
              .orElseThrow();
      assertTrue(after.isConvolution(), after.kind());
      assertEquals(shortcut.equals("a"), after.kind().startsWith("Scale"), after.kind());
    }
  }
}

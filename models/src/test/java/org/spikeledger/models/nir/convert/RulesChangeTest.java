package org.spikeledger.models.nir.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Quantisation;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.nir.ImportProfile;

class RulesChangeTest {

  @Test
  void neuronsAreReadAnewAndAllElseStays() {
    Conv2d conv =
        new Conv2d(
            Tensor.of(Shape.of(1, 1, 1, 2), .5f, -.5f),
            Optional.empty(),
            Extent2d.of(1),
            new Padding(1, 0, 0, 2),
            Extent2d.of(1),
            1);
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(1, 2, 2)))
            .node("conv", conv)
            .node(
                "neuron",
                new LIF(
                    Tensor.scalar(.875f),
                    Tensor.scalar(.5f),
                    Tensor.scalar(0f),
                    Firing.ofPaper(Tensor.scalar(.75f))))
            .node("output", new Output())
            .chain("input", "conv", "neuron", "output")
            .build();

    Graph changed = RulesChange.of(graph, ImportProfile.SINABS.options()).graph();
    assertEquals(conv, changed.node("conv"));
    LIF neuron = assertInstanceOf(LIF.class, changed.node("neuron"));
    assertEquals((float) Math.exp(-.125), neuron.leak().get(0), "exp(-dt / tau), tau = 8 dt");
    assertEquals(.5f, neuron.gain().get(0));
    assertEquals(.75f, neuron.firing().threshold().get(0));
    assertEquals(SpikeRule.MULTIPLE, neuron.firing().spikeRule());

    Graph other = RulesChange.of(graph, ImportProfile.NORSE.options()).graph();
    LIF again = assertInstanceOf(LIF.class, other.node("neuron"));
    assertEquals(.875f, again.leak().get(0), "forward Euler is how the equation was made");
    assertEquals(.5f, again.gain().get(0));
    assertEquals(ResetRule.TO_VALUE, again.firing().resetRule());
  }

  @Test
  void whatTheAnswerIsMultipliedWithStays() {
    Output output = new Output(Tensor.of(Shape.of(2), .5f, .25f));
    Graph graph = graph(output, NetworkProperties.NONE);
    Graph changed = RulesChange.of(graph, ImportProfile.NIR.options()).graph();
    assertEquals(output, changed.node("output"));
  }

  @Test
  void aNetworkOfWholeNumbersKeepsItsRules() {
    Graph whole = graph(new Output(), NetworkProperties.NONE.with(new Quantisation(.5f)));
    BadInputException refused =
        assertThrows(
            BadInputException.class, () -> RulesChange.of(whole, ImportProfile.NIR.options()));
    assertEquals(
        "a network of whole numbers keeps its rules: inputScale=0.5", refused.getMessage());
  }

  private static Graph graph(Output output, NetworkProperties properties) {
    return Graph.builder()
        .node("input", new Input(Shape.of(2)))
        .node("neuron", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f))))
        .node("output", output)
        .chain("input", "neuron", "output")
        .properties(properties)
        .build();
  }
}

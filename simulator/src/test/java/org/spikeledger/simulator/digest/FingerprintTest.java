package org.spikeledger.simulator.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;

class FingerprintTest {

  private static final Tensor ONE = Tensor.scalar(1f);
  private static final Tensor ZERO = Tensor.scalar(0f);
  private static final Firing FIRING = Firing.ofPaper(ONE);

  @Test
  void everyParameterBitRuleAndSettingIsInTheFingerprint() {
    Set<String> fingerprints = new HashSet<>();
    List<Graph> networks =
        List.of(
            network("a", 1f, 0f, new IF(ONE, FIRING)),
            network("b", 1f, 0f, new IF(ONE, FIRING)),
            network("a", Math.nextUp(1f), 0f, new IF(ONE, FIRING)),
            network("a", 1f, -0f, new IF(ONE, FIRING)),
            network("a", 1f, 0f, new IF(Tensor.scalar(2f), FIRING)),
            network("a", 1f, 0f, new LIF(ONE, ONE, ZERO, FIRING)),
            network("a", 1f, 0f, new LIF(Tensor.scalar(.5f), ONE, ZERO, FIRING)),
            network("a", 1f, 0f, new LIF(ONE, ONE, ONE, FIRING)),
            network("a", 1f, 0f, new IF(ONE, Firing.ofPaper(Tensor.scalar(2f)))),
            network("a", 1f, 0f, new IF(ONE, firing(ThresholdRule.GREATER_OR_EQUAL, 0f))),
            network("a", 1f, 0f, new IF(ONE, firing(ThresholdRule.GREATER, 0f))),
            network("a", 1f, 0f, new IF(ONE, firing(ThresholdRule.GREATER, .5f))));
    networks.forEach(network -> fingerprints.add(Fingerprint.of(network, "direct", 1)));
    fingerprints.add(Fingerprint.of(networks.getFirst(), "direct", 2));
    fingerprints.add(Fingerprint.of(networks.getFirst(), "rate seed=1", 1));
    assertEquals(networks.size() + 2, fingerprints.size());
  }

  @Test
  void theOrderOfBuildingAndWhatTheMakerSaysAreNot() {
    Graph network = network("a", 1f, 0f, new IF(ONE, FIRING));
    Graph other =
        Graph.builder()
            .edge("neuron", "output")
            .edge("a", "neuron")
            .edge("input", "a")
            .node("output", new Output())
            .node("neuron", network.node("neuron"))
            .node("a", network.node("a"))
            .node("input", network.node("input"))
            .properties(
                new NetworkProperties(
                    OptionalInt.of(3), Optional.empty(), List.of("cat"), new TreeMap<>()))
            .build();
    assertEquals(Fingerprint.of(network, "direct", 1), Fingerprint.of(other, "direct", 1));
  }

  private static Firing firing(ThresholdRule rule, float resetValue) {
    return new Firing(ONE, rule, SpikeRule.SINGLE, ResetRule.TO_VALUE, Tensor.scalar(resetValue));
  }

  private static Graph network(String name, float weight, float bias, Node neuron) {
    return Graph.builder()
        .node("input", new Input(Shape.of(1)))
        .node(name, new Affine(Tensor.of(Shape.of(1, 1), weight), Tensor.of(Shape.of(1), bias)))
        .node("neuron", neuron)
        .node("output", new Output())
        .chain("input", name, "neuron", "output")
        .build();
  }
}

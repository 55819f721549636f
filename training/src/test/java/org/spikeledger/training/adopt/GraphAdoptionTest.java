package org.spikeledger.training.adopt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.nir.convert.MantissaBits;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.config.TinyConfiguration;
import org.spikeledger.training.conversion.NormalisationFolding;
import org.spikeledger.training.export.GraphExport;
import org.spikeledger.training.layers.AnnNetwork;
import org.spikeledger.training.layers.InitialLayers;
import org.spikeledger.training.layers.Pass;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

@WithLibtorch
class GraphAdoptionTest {
  private static final Shape INPUT = Shape.of(1, 8, 8);
  private static final MantissaBits EXACT = new MantissaBits(23);

  /** A network whose every number depends on a seed. */
  private static SpikingNetwork network(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<WeightedLayer> layers =
        InitialLayers.make(
            TinyConfiguration.in(Path.of("unused")).network(), INPUT, new SplittableRandom(seed));
    AnnNetwork ann = AnnNetwork.initial(layers, true, Precision.FLOAT32);
    List<WeightedLayer> folded = new ArrayList<>();
    for (WeightedLayer layer : NormalisationFolding.fold(ann.layers())) {
      folded.add(layer.with(withBias(layer.synapses(), random), layer.shortcut()));
    }
    List<SpikingNeurons> neurons = new ArrayList<>();
    for (int i = 0; i < layers.size() - 1; i++) {
      float threshold = 0.2f + random.nextFloat();
      neurons.add(SpikingNeurons.of(threshold, 0.5f + random.nextFloat() / 2, 0.3));
    }
    return new SpikingNetwork(folded, neurons, 3, Precision.FLOAT32);
  }

  private static Synapses withBias(Synapses synapses, SplittableRandom random) {
    if (synapses.bias() == null) {
      return synapses;
    }
    float[] bias = new float[Math.toIntExact(synapses.weight().size(0))];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = random.nextFloat() - 0.5f;
    }
    return synapses.with(
        synapses.weight(), FloatTensors.parameter(FloatTensors.of(bias, bias.length)));
  }

  private static Graph graph(SpikingNetwork network) {
    return GraphExport.export(network, INPUT, NetworkProperties.NONE, EXACT);
  }

  /** The same graph with other names, and some nodes changed. */
  private static Graph changed(
      Graph graph, UnaryOperator<String> name, UnaryOperator<Node> change) {
    Graph.Builder builder = Graph.builder();
    graph.nodes().forEach((each, node) -> builder.node(name.apply(each), change.apply(node)));
    graph.edges().forEach(e -> builder.edge(name.apply(e.source()), name.apply(e.target())));
    return builder.build();
  }

  private static void assertSame(SpikingNetwork expected, SpikingNetwork actual) {
    Map<String, Tensor> state = actual.state();
    assertEquals(expected.state().keySet(), state.keySet());
    expected
        .state()
        .forEach(
            (key, tensor) ->
                assertArrayEquals(
                    FloatTensors.values(tensor), FloatTensors.values(state.get(key)), key));
  }

  @Test
  void aNetworkThatWasWrittenDownComesBackBitByBit() {
    SpikingNetwork written = network(1);
    SpikingNetwork adopted = GraphAdoption.adopt(graph(written), network(2), INPUT);
    assertSame(written, adopted);
    assertEquals(3, adopted.timesteps());
  }

  @Test
  void aChainOfTheSameNodesMayHaveOtherNames() {
    SpikingNetwork written = network(3);
    Graph renamed = changed(graph(written), name -> "theirs-" + name, node -> node);
    assertSame(written, GraphAdoption.adopt(renamed, network(4), INPUT));
  }

  @Test
  void whatHasOtherLayersOrNeuronsIsRefused() {
    Graph graph = graph(network(5));
    Graph pooled =
        changed(
            graph,
            name -> name,
            node ->
                node instanceof AvgPool2d pool
                    ? new SumPool2d(pool.kernel(), pool.stride(), pool.padding())
                    : node);
    Graph drifting =
        changed(
            graph,
            name -> name,
            node ->
                node instanceof LIF lif
                    ? new LIF(
                        lif.leak(),
                        lif.gain(),
                        org.spikeledger.models.graph.Tensor.scalar(0.1f),
                        lif.firing())
                    : node);
    Graph shorter =
        graph(
            new SpikingNetwork(network(5).layers().subList(0, 1), List.of(), 1, Precision.FLOAT32));
    Graph.Builder bypassed = graph.toBuilder();
    bypassed.edge("conv1_neurons", "conv1_neurons");
    for (Graph other : List.of(pooled, drifting, shorter, bypassed.build())) {
      BadInputException refused =
          assertThrows(
              BadInputException.class, () -> GraphAdoption.adopt(other, network(6), INPUT));
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }
  }

  @Test
  void restoredNormalisationFoldsBackToTheSameNumbersAndSeesABatchAsItIs() {
    SpikingNetwork folded = network(7);
    torch.manual_seed(8);
    Tensor images = torch.randn(64, 1, 8, 8).mul(FloatTensors.scalar(2));
    SpikingNetwork restored = NormalisationRestoring.restore(folded, images);
    List<WeightedLayer> back = NormalisationFolding.fold(restored.layers());
    for (int i = 0; i < back.size(); i++) {
      Synapses expected = folded.layers().get(i).synapses();
      Synapses actual = back.get(i).synapses();
      String name = back.get(i).name();
      assertArrayEquals(
          FloatTensors.values(expected.weight()),
          FloatTensors.values(actual.weight()),
          1e-5f,
          name);
      assertNull(restored.layers().get(i).synapses().bias(), name);
      if (expected.bias() != null) {
        assertArrayEquals(
            FloatTensors.values(expected.bias()), FloatTensors.values(actual.bias()), 1e-4f, name);
      }
    }
    Synapses first = restored.layers().getFirst().synapses();
    assertInstanceOf(Synapses.Normalised.class, first);
    assertArrayEquals(
        FloatTensors.values(
            folded.layers().getFirst().synapses().currents(images, Pass.evaluation(1))),
        FloatTensors.values(first.currents(images, Pass.learning(1, Precision.FLOAT32))),
        1e-4f);
  }
}

package org.spikeledger.simulator.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Integrator;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.graph.ValueKinds;

/**
 * What the graph alone says of a layer: dense counts, parameters, and the properties that the
 * accounting models ask for.
 *
 * @param layer the row
 * @param kind the node types from connection to population, such as {@code Conv2d + LIF}
 * @param denseOperations multiply-accumulates of one dense pass, an ANN's: k*k*Cin*Hout*Wout*Cout
 *     for a convolution, in*out for a linear layer, one an element for a Scale, one a stored weight
 *     for a sparse layer; no bias, pooling or neuron operations
 * @param weights the number of weights of the layer's connections
 * @param nonZeroWeights those that are not zero
 * @param biases the number of bias values
 * @param inputs the values that arrive at the layer's connections in one dense pass, behind any
 *     pool; a source that feeds two connections counts twice; the layer's neurons where it has no
 *     connection
 * @param leaks whether some neuron's leak is not 1, or there is a synaptic current
 * @param biased whether some neuron has a bias or drift that is not zero
 * @param directlyEncoded whether its current comes from a directly encoded input
 * @param pooled whether pooled events arrive
 * @param sources the populations whose events arrive, through pools and connections; the paper's
 *     spike rate of the layer before is taken over these
 */
public record LayerFacts(
    Layer layer,
    String kind,
    long denseOperations,
    long weights,
    long nonZeroWeights,
    long biases,
    long inputs,
    boolean leaks,
    boolean biased,
    boolean directlyEncoded,
    boolean pooled,
    List<String> sources) {

  /** Whether its neurons can spike: not the output, nor integrators, which send potentials. */
  public boolean fires() {
    String population = kind.substring(kind.lastIndexOf(' ') + 1);
    return !layer.isOutput() && !Integrator.isType(population);
  }

  /** Whether one of its connections is a convolution. */
  public boolean isConvolution() {
    return Arrays.stream(kind.split(" \\+ ")).anyMatch(type -> type.startsWith("Conv"));
  }

  /** The facts of all layers, in order. */
  public static List<LayerFacts> of(Graph graph, ValueKind input) {
    ValueKinds kinds = ValueKinds.of(graph, input);
    List<LayerFacts> facts = new ArrayList<>();
    for (Layer layer : Layer.of(graph)) {
      facts.add(of(graph, layer, kinds));
    }
    return List.copyOf(facts);
  }

  private static LayerFacts of(Graph graph, Layer layer, ValueKinds kinds) {
    long dense = 0;
    long weights = 0;
    long nonZero = 0;
    long biases = 0;
    long inputs = layer.connections().isEmpty() ? layer.neurons() : 0;
    boolean biased = false;
    for (String name : layer.connections()) {
      Connection connection = (Connection) graph.node(name);
      dense += denseOperations(graph, name, connection);
      weights += connection.weight().size();
      nonZero += connection.weight().nonZero();
      inputs += graph.inputShape(name).size();
      biases += connection.bias().map(bias -> bias.size()).orElse(0);
      biased |= connection.bias().map(bias -> !bias.isZero()).orElse(false);
    }
    Node population = graph.node(layer.name());
    boolean leaks = population instanceof Population each && leaks(each);
    biased |= population instanceof Population each && !each.drift().isZero();
    Upstream upstream = Upstream.of(graph, layer);
    return new LayerFacts(
        layer,
        kind(graph, layer),
        dense,
        weights,
        nonZero,
        biases,
        inputs,
        leaks,
        biased,
        upstream.reachedByInput() && kinds.sent(graph.inputName()) == ValueKind.ANALOG,
        upstream.passesPool(),
        upstream.populations());
  }

  private static boolean leaks(Population population) {
    return population.synapse().isPresent() || !population.leak().isAll(1f);
  }

  private static String kind(Graph graph, Layer layer) {
    StringBuilder kind = new StringBuilder();
    for (String name : layer.connections()) {
      kind.append(graph.node(name).type()).append(" + ");
    }
    return kind.append(graph.node(layer.name()).type()).toString();
  }

  static long denseOperations(Graph graph, String name, Connection connection) {
    return switch (connection) {
      case Conv2d conv -> perTarget(conv) * graph.shape(name).size();
      case Conv1d conv -> perTarget(conv.asConv2d()) * graph.shape(name).size();
      case Scale _ -> graph.shape(name).size();
      case Linear linear -> linear.weight().size();
      case Affine affine -> affine.weight().size();
      case SparseLinear linear -> linear.weight().size();
    };
  }

  private static long perTarget(Conv2d conv) {
    return (long) conv.kernel().rows() * conv.kernel().columns() * conv.channelsInPerGroup();
  }
}

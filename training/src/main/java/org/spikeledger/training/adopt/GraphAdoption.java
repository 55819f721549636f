package org.spikeledger.training.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.nir.convert.MantissaBits;
import org.spikeledger.training.export.GraphExport;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Gives a network the weights, biases, thresholds and leaks of a graph of the same structure: what
 * {@link GraphExport} wrote, and chains that others made of the same nodes under other names.
 */
public final class GraphAdoption {
  private static final MantissaBits EXACT = new MantissaBits(23);

  private final Graph graph;
  private final Graph template;
  private final Map<String, String> names;

  private GraphAdoption(Graph graph, Graph template) {
    this.graph = graph;
    this.template = template;
    names = NodePairs.of(template, graph);
  }

  /**
   * A network like another, with the graph's numbers.
   *
   * @param like says layers, timesteps and precision; it keeps its own tensors
   * @param input shape of an image
   * @throws BadInputException where the graph has another structure, neurons that are not the
   *     paper's, or biases where the network has none
   */
  public static SpikingNetwork adopt(Graph graph, SpikingNetwork like, Shape input) {
    Graph template = GraphExport.export(like, input, NetworkProperties.NONE, EXACT);
    return new GraphAdoption(graph, template).adopt(like);
  }

  private SpikingNetwork adopt(SpikingNetwork like) {
    names.forEach(this::checkAlike);
    List<WeightedLayer> layers = like.layers().stream().map(this::filled).toList();
    List<SpikingNeurons> neurons = new ArrayList<>();
    for (int i = 0; i < like.neurons().size(); i++) {
      neurons.add(filled(layers.get(i).name() + "_neurons", like.neurons().get(i)));
    }
    return like.with(layers, neurons);
  }

  /** Node, connection and pool agree in all but the numbers that are learned. */
  private void checkAlike(String name, String other) {
    String expected = kind(template.node(name)) + " " + template.shape(name);
    String actual = kind(graph.node(other)) + " " + graph.shape(other);
    if (!expected.equals(actual)) {
      throw new BadInputException(
          "a network that is trained on has the configured layers: node=%s is=%s configured=%s"
              .formatted(other, actual, expected));
    }
  }

  private static String kind(Node node) {
    return switch (node) {
      case Conv2d conv ->
          "Conv2d weight=%s stride=%s padding=%s dilation=%s groups=%d"
              .formatted(
                  conv.weight().shape(),
                  conv.stride(),
                  conv.padding(),
                  conv.dilation(),
                  conv.groups());
      case Linear linear -> "Linear weight=" + linear.weight().shape();
      case Affine affine -> "Linear weight=" + affine.weight().shape();
      case Neuron _ -> "neurons";
      default -> node.toString();
    };
  }

  private WeightedLayer filled(WeightedLayer layer) {
    return layer.with(
        filled(layer.name(), layer.synapses()),
        layer.hasProjection()
            ? layer.shortcut().with(filled(layer.shortcutName(), layer.shortcut().projection()))
            : layer.shortcut());
  }

  private Synapses filled(String name, Synapses synapses) {
    Connection connection = (Connection) graph.node(names.get(name));
    Optional<Tensor> bias = connection.bias();
    if (synapses.bias() == null && bias.isPresent() && !bias.get().isZero()) {
      throw new BadInputException(
          "a network without normalisation has no biases: node=" + names.get(name));
    }
    int targets = Math.toIntExact(synapses.weight().size(0));
    return synapses.with(
        parameter(connection.weight()),
        synapses.bias() == null
            ? null
            : parameter(bias.orElseGet(() -> Tensor.of(Shape.of(targets), new float[targets]))));
  }

  private SpikingNeurons filled(String name, SpikingNeurons like) {
    String place = names.get(name);
    Neuron neuron = (Neuron) graph.node(place);
    float threshold = uniform(place, "threshold", neuron.firing().threshold());
    boolean isPapers =
        neuron.firing().equals(Firing.ofPaper(neuron.firing().threshold()))
            && neuron.gain().isAll(1f)
            && neuron.drift().isAll(0f)
            && neuron.leakRounding() == LeakRounding.FLOAT32
            && neuron.synapse().isEmpty();
    if (!isPapers) {
      throw new BadInputException(
          "neurons that are trained on fire above their threshold, once a timestep, and are reset by"
              + " subtraction, with gain 1 and without drift: node="
              + place);
    }
    return SpikingNeurons.of(
        threshold, uniform(place, "leak", neuron.leak()), like.surrogateScale());
  }

  private static float uniform(String place, String what, Tensor values) {
    float first = values.get(0);
    if (!values.isAll(first)) {
      throw new BadInputException(
          "neurons of a layer that is trained on have one %s: node=%s".formatted(what, place));
    }
    return first;
  }

  private static org.bytedeco.pytorch.Tensor parameter(Tensor values) {
    long[] shape = new long[values.shape().rank()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = values.shape().dimension(i);
    }
    return FloatTensors.parameter(FloatTensors.of(values.toArray(), shape));
  }
}

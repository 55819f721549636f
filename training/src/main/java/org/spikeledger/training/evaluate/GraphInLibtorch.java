package org.spikeledger.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.layers.Shortcut;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.Transform;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Rebuilds a network in libtorch from nothing but its graph, so that what is measured is what was
 * stored. It knows what training exports: a chain with shortcuts around some layers.
 */
public final class GraphInLibtorch {
  private final Graph graph;
  private final List<WeightedLayer> layers = new ArrayList<>();
  private final List<SpikingNeurons> neurons = new ArrayList<>();
  private final List<String> origins = new ArrayList<>();
  private String lastPopulation;

  private GraphInLibtorch(Graph graph) {
    this.graph = graph;
    lastPopulation = graph.inputName();
  }

  /**
   * The network of a graph.
   *
   * @param timesteps of an inference
   * @throws BadInputException where the graph is not of the kind that training exports
   */
  public static SpikingNetwork rebuild(Graph graph, int timesteps) {
    if (graph.properties().quantisation().isPresent()) {
      throw new BadInputException(
          "libtorch runs networks of float32: inputScale="
              + graph.properties().quantisation().get().inputScale());
    }
    GraphInLibtorch builder = new GraphInLibtorch(graph);
    for (String name : graph.topologicalOrder()) {
      switch (graph.node(name)) {
        case LIF lif -> {
          builder.addLayer(name);
          builder.neurons.add(neurons(name, lif));
        }
        case Output _ -> builder.addLayer(name);
        case Input _, AvgPool2d _, Flatten _, Connection _ -> {}
        default ->
            throw new BadInputException(
                "libtorch runs the nodes that training exports: node=" + name);
      }
    }
    return new SpikingNetwork(builder.layers, builder.neurons, timesteps, Precision.FLOAT32);
  }

  private void addLayer(String population) {
    List<String> sources = List.copyOf(graph.sources(population));
    require(sources.size() == 1 || sources.size() == 2, "neurons have 1 or 2 sources", population);
    List<String> own =
        sources.stream()
            .filter(name -> graph.node(name) instanceof Connection)
            .filter(name -> populationBefore(name).equals(lastPopulation))
            .toList();
    require(own.size() == 1, "one connection comes from the neurons before", population);
    String name = own.getFirst();
    Shortcut shortcut =
        sources.stream()
            .filter(each -> !each.equals(name))
            .map(this::shortcut)
            .findAny()
            .orElse(null);
    layers.add(new WeightedLayer(name, transforms(name), synapses(name), shortcut));
    origins.add(source(name));
    lastPopulation = population;
  }

  private Shortcut shortcut(String name) {
    boolean projected = graph.node(name) instanceof Connection;
    int layer = origins.indexOf(projected ? source(name) : name);
    require(layer > 0, "a shortcut carries what an earlier connection receives", name);
    return new Shortcut(layer, projected ? synapses(name) : null);
  }

  private String populationBefore(String name) {
    String before = source(name);
    Node node = graph.node(before);
    return node instanceof AvgPool2d || node instanceof Flatten ? populationBefore(before) : before;
  }

  private List<Transform> transforms(String name) {
    String before = source(name);
    List<Transform> transforms = new ArrayList<>();
    switch (graph.node(before)) {
      case AvgPool2d pool -> {
        int size = pool.kernel().rows();
        require(pool.equals(AvgPool2d.of(size)), "a pool's windows tile the map", before);
        transforms.addAll(transforms(before));
        transforms.add(new Transform.AveragePooling(size));
      }
      case Flatten _ -> {
        transforms.addAll(transforms(before));
        transforms.add(new Transform.Flattening());
      }
      default -> {}
    }
    return transforms;
  }

  private String source(String name) {
    require(graph.sources(name).size() == 1, "it has one source", name);
    return graph.sources(name).iterator().next();
  }

  private Synapses synapses(String name) {
    return switch (graph.node(name)) {
      case Conv2d convolution -> convolution(name, convolution);
      case Connection connection -> new Synapses.Linear(weight(connection), bias(connection));
      default -> throw new IllegalArgumentException("no connection: " + name);
    };
  }

  private static Synapses convolution(String name, Conv2d node) {
    int stride = node.stride().rows();
    int padding = node.padding().top();
    Conv2d simple =
        new Conv2d(
            node.weight(),
            node.bias(),
            Extent2d.of(stride),
            Padding.of(padding, padding),
            Extent2d.of(1),
            1);
    require(node.equals(simple), "a convolution is square, in one group, undilated", name);
    return new Synapses.Convolution(weight(node), bias(node), stride, padding);
  }

  private static SpikingNeurons neurons(String name, LIF lif) {
    require(lif.leak().isScalar(), "a layer has one leak", name);
    require(lif.gain().isScalar() && lif.gain().isAll(1f), "gain is 1", name);
    require(lif.drift().isScalar() && lif.drift().isZero(), "drift is 0", name);
    require(
        lif.firing().threshold().isScalar()
            && lif.firing().equals(Firing.ofPaper(lif.firing().threshold())),
        "neurons follow the paper's rules with one threshold",
        name);
    return SpikingNeurons.of(lif.firing().threshold().get(0), lif.leak().get(0), 1);
  }

  private static Tensor weight(Connection connection) {
    return tensor(connection.weight());
  }

  private static Tensor bias(Connection connection) {
    return connection.bias().map(GraphInLibtorch::tensor).orElse(null);
  }

  private static Tensor tensor(org.spikeledger.models.graph.Tensor tensor) {
    long[] shape = tensor.shape().dimensions().stream().mapToLong(Integer::longValue).toArray();
    return FloatTensors.of(tensor.toArray(), shape);
  }

  private static void require(boolean holds, String rule, String node) {
    if (!holds) {
      throw new BadInputException(rule + " where libtorch runs a graph: node=" + node);
    }
  }
}

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
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.Transform;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Rebuilds a network in libtorch from nothing but its graph, so that what is measured is what was
 * stored. It knows the chains that training exports.
 */
public final class GraphInLibtorch {
  private final List<WeightedLayer> layers = new ArrayList<>();
  private final List<SpikingNeurons> neurons = new ArrayList<>();
  private final List<Transform> pending = new ArrayList<>();

  private GraphInLibtorch() {}

  /**
   * The network of a graph.
   *
   * @param timesteps of an inference
   * @throws BadInputException where the graph is not a chain of the nodes that training exports
   */
  public static SpikingNetwork rebuild(Graph graph, int timesteps) {
    GraphInLibtorch builder = new GraphInLibtorch();
    for (String name : graph.topologicalOrder()) {
      require(graph.sources(name).size() <= 1, "each node has one source", name);
      builder.add(name, graph.node(name));
    }
    return new SpikingNetwork(builder.layers, builder.neurons, timesteps, Precision.FLOAT32);
  }

  private void add(String name, Node node) {
    switch (node) {
      case Input _, Output _ -> {}
      case AvgPool2d pool -> addPool(name, pool);
      case Flatten _ -> pending.add(new Transform.Flattening());
      case Conv2d convolution -> addLayer(name, convolution(name, convolution));
      case Connection connection ->
          addLayer(name, new Synapses.Linear(weight(connection), bias(connection)));
      case LIF lif -> neurons.add(neurons(name, lif));
      default ->
          throw new BadInputException(
              "libtorch runs the nodes that training exports: node=" + name);
    }
  }

  private void addPool(String name, AvgPool2d pool) {
    require(pool.equals(AvgPool2d.of(pool.kernel().rows())), "a pool's windows tile the map", name);
    pending.add(new Transform.AveragePooling(pool.kernel().rows()));
  }

  private void addLayer(String name, Synapses synapses) {
    layers.add(new WeightedLayer(name, pending, synapses));
    pending.clear();
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

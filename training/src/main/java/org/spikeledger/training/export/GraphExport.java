package org.spikeledger.training.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.nir.convert.MantissaBits;
import org.spikeledger.training.conversion.NormalisationFolding;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.Transform;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Writes a spiking network down as a graph: a chain of input, weighted layers with their pools and
 * neurons, output; around it shortcuts to neurons, through a convolution or as an edge without
 * weights. Dropout, which only training has, leaves no node.
 */
public final class GraphExport {
  private final MantissaBits rounding;
  private final Graph.Builder builder = Graph.builder();
  private final List<String> origins = new ArrayList<>();
  private String last;

  private GraphExport(MantissaBits rounding) {
    this.rounding = rounding;
  }

  /**
   * The network as a graph; every parameter is rounded.
   *
   * @param input shape of an image: channels, rows, columns
   * @param properties said of the network
   */
  public static Graph export(
      SpikingNetwork network, Shape input, NetworkProperties properties, MantissaBits rounding) {
    GraphExport export = new GraphExport(rounding);
    export.start(input);
    for (int i = 0; i < network.layers().size(); i++) {
      export.addLayer(network.layers().get(i));
      if (i < network.neurons().size()) {
        export.addNeurons(network.layers().get(i), network.neurons().get(i));
      }
    }
    export.append("output", new Output());
    return export.builder.properties(properties).build();
  }

  private void start(Shape input) {
    last = "input";
    builder.node(last, new Input(input));
  }

  private void addLayer(WeightedLayer layer) {
    for (Transform transform : layer.transforms()) {
      switch (transform) {
        case Transform.AveragePooling pool ->
            append("pool_before_" + layer.name(), AvgPool2d.of(pool.size()));
        case Transform.Flattening _ -> append("flatten", Flatten.ALL);
        case Transform.Dropout _ -> {}
      }
    }
    origins.add(last);
    append(layer.name(), connection(layer.synapses()));
  }

  private Node connection(Synapses synapses) {
    Tensor weight = rounded(synapses.weight());
    Optional<Tensor> bias = Optional.ofNullable(synapses.bias()).map(this::rounded);
    return switch (synapses) {
      case Synapses.Convolution convolution ->
          new Conv2d(
              weight,
              bias,
              Extent2d.of(convolution.stride()),
              Padding.of(convolution.padding(), convolution.padding()),
              Extent2d.of(1),
              1);
      case Synapses.Normalised normalised -> connection(NormalisationFolding.fold(normalised));
      case Synapses.Linear _ ->
          bias.<Node>map(values -> new Affine(weight, values)).orElseGet(() -> new Linear(weight));
    };
  }

  private void addNeurons(WeightedLayer layer, SpikingNeurons neurons) {
    append(
        layer.name() + "_neurons",
        new LIF(
            Tensor.scalar(rounding.round(neurons.leak().item_float())),
            Tensor.scalar(1f),
            Tensor.scalar(0f),
            Firing.ofPaper(Tensor.scalar(rounding.round(neurons.threshold().item_float())))));
    if (layer.shortcut() != null) {
      addShortcut(layer);
    }
  }

  private void addShortcut(WeightedLayer layer) {
    String from = origins.get(layer.shortcut().layer());
    if (layer.hasProjection()) {
      builder
          .node(layer.shortcutName(), connection(layer.shortcut().projection()))
          .edge(from, layer.shortcutName());
      from = layer.shortcutName();
    }
    builder.edge(from, last);
  }

  private void append(String name, Node node) {
    builder.node(name, node).edge(last, name);
    last = name;
  }

  private Tensor rounded(org.bytedeco.pytorch.Tensor values) {
    int[] dimensions = new int[(int) values.dim()];
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = (int) values.size(i);
    }
    return rounding.round(Tensor.adopt(Shape.of(dimensions), FloatTensors.values(values)));
  }
}

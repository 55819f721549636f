package org.spikeledger.models.nir.convert;

import java.util.Map;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Tensor;

/** A rule that takes weights to fewer different values. Biases and neuron parameters stay. */
public sealed interface WeightRounding permits MantissaBits, LevelBits, WeightPattern {

  /** The weights of one node, rounded; the first dimension is that of the targets. */
  Tensor round(Tensor weights);

  /** The network with the weights of all convolutions and fully connected nodes rounded. */
  default Graph applyTo(Graph graph) {
    Graph.Builder builder = graph.toBuilder();
    for (Map.Entry<String, Node> each : graph.nodes().entrySet()) {
      builder.replace(each.getKey(), applyTo(each.getValue()));
    }
    return builder.build();
  }

  private Node applyTo(Node node) {
    return switch (node) {
      case Linear linear -> new Linear(round(linear.weight()));
      case Affine affine -> new Affine(round(affine.weight()), affine.biases());
      case Conv1d conv ->
          new Conv1d(
              round(conv.weight()),
              conv.bias(),
              conv.stride(),
              conv.paddingBefore(),
              conv.paddingAfter(),
              conv.dilation(),
              conv.groups());
      case Conv2d conv ->
          new Conv2d(
              round(conv.weight()),
              conv.bias(),
              conv.stride(),
              conv.padding(),
              conv.dilation(),
              conv.groups());
      default -> node;
    };
  }
}

package org.spikeledger.simulator.count;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.graph.ValueKinds;

/**
 * What the graph alone says of one connection; a layer may have several.
 *
 * @param name of the connection's node
 * @param layer the row in which its operations stand
 * @param denseOperations as in {@link LayerFacts}: taps beside the map are counted too
 * @param synapses those that exist: as the dense operations, without the taps beside the map
 * @param weights how many
 * @param inputs values that arrive in one dense pass, behind any pool
 * @param outputs values that it sends in one dense pass
 * @param borderlessFanOut synapses of an event without borders and stride: Cout*k*k of a group
 * @param stridedFanOut the same where only every stride-th target is there: Cout*ceil(k/S)^2
 * @param kernelWeights k*k*Cout of a convolution, 0 elsewhere: Lemaire's addressing of an ANN
 * @param arriving what is known of the values
 * @param directlyEncoded whether all that arrives is a directly encoded input
 * @param pooled whether a pool sends the values
 * @param sources the populations before it, through pools and connections
 */
public record ConnectionFacts(
    String name,
    String layer,
    long denseOperations,
    long synapses,
    long weights,
    long inputs,
    long outputs,
    long borderlessFanOut,
    long stridedFanOut,
    long kernelWeights,
    ValueKind arriving,
    boolean directlyEncoded,
    boolean pooled,
    List<String> sources) {

  /** Copies what can change. */
  public ConnectionFacts {
    sources = List.copyOf(sources);
  }

  /** The facts of all connections, layer by layer, in name order within a layer. */
  public static List<ConnectionFacts> of(Graph graph, ValueKind input) {
    ValueKinds kinds = ValueKinds.of(graph, input);
    List<ConnectionFacts> facts = new ArrayList<>();
    for (Layer layer : Layer.of(graph)) {
      layer.connections().forEach(name -> facts.add(of(graph, kinds, layer, name)));
    }
    return List.copyOf(facts);
  }

  private static ConnectionFacts of(Graph graph, ValueKinds kinds, Layer layer, String name) {
    Connection connection = (Connection) graph.node(name);
    Shape source = graph.inputShape(name);
    Shape target = graph.shape(name);
    long dense = LayerFacts.denseOperations(graph, name, connection);
    FanOut fanOut =
        switch (connection) {
          case Conv2d conv -> FanOut.of(conv, source, target);
          case Conv1d conv -> FanOut.of(conv.asConv2d(), source, target);
          case Scale _ -> new FanOut(dense, 1, 1, 0);
          case Linear _, Affine _, SparseLinear _ ->
              new FanOut(dense, target.size(), target.size(), 0);
        };
    return new ConnectionFacts(
        name,
        layer.name(),
        dense,
        fanOut.synapses(),
        connection.weight().size(),
        source.size(),
        target.size(),
        fanOut.borderless(),
        fanOut.strided(),
        fanOut.kernelWeights(),
        kinds.arriving(name),
        kinds.arrivesConstant(name),
        kinds.arrivesPooled(name),
        Upstream.populations(graph, name));
  }

  /** Synapses in all, of one event, and a kernel's weights an output channel. */
  private record FanOut(long synapses, long borderless, long strided, long kernelWeights) {

    static FanOut of(Conv2d conv, Shape source, Shape target) {
      long taps = (long) conv.kernel().rows() * conv.kernel().columns();
      return new FanOut(
          ConnectionFacts.synapses(conv, source, target),
          fanOut(conv, Extent2d.of(1)),
          fanOut(conv, conv.stride()),
          taps * conv.channelsOut());
    }
  }

  private static long fanOut(Conv2d conv, Extent2d stride) {
    return (long) Math.ceilDiv(conv.kernel().rows(), stride.rows())
        * Math.ceilDiv(conv.kernel().columns(), stride.columns())
        * (conv.channelsOut() / conv.groups());
  }

  private static long synapses(Conv2d conv, Shape source, Shape target) {
    Extent2d kernel = conv.kernel();
    long rows =
        taps(
            source.rows(),
            target.rows(),
            kernel.rows(),
            conv.stride().rows(),
            conv.dilation().rows(),
            conv.padding().top());
    long columns =
        taps(
            source.columns(),
            target.columns(),
            kernel.columns(),
            conv.stride().columns(),
            conv.dilation().columns(),
            conv.padding().left());
    return rows * columns * conv.channelsInPerGroup() * conv.channelsOut();
  }

  /** Taps inside the map along one axis, over all targets. */
  private static long taps(
      int sources, int targets, int kernel, int stride, int dilation, int padding) {
    long inside = 0;
    for (int tap = 0; tap < kernel; tap++) {
      long start = (long) padding - (long) tap * dilation;
      inside +=
          targetsBefore(start + sources, stride, targets) - targetsBefore(start, stride, targets);
    }
    return inside;
  }

  /** Targets of an axis whose distance from the first one, in sources, is below a limit. */
  private static long targetsBefore(long limit, int stride, int targets) {
    return Math.clamp(Math.ceilDiv(limit, stride), 0, targets);
  }
}

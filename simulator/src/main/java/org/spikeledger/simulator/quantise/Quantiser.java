package org.spikeledger.simulator.quantise;

import java.util.Arrays;
import java.util.Map;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Quantisation;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;

/**
 * Makes a network of whole numbers.
 *
 * <ul>
 *   <li>Weights lie in -127..127, with one scale a channel of the target population, shared by all
 *       its incoming edges: {@code w' = rint(w * v / s)}, where v is what an arriving event of 1
 *       stands for and s the largest {@code |w * v|} of the channel, divided by 127. A bias is
 *       {@code rint(b / s)}. An edge without weights gets one.
 *   <li>An average pool becomes a sum, whose events are whole; the threshold behind it grows by the
 *       area, because s shrinks by it.
 *   <li>Threshold, drift and reset value are divided by gain and s and rounded; the threshold is at
 *       least 1. The leak is rounded to a multiple of 2^-15 ({@link
 *       org.spikeledger.models.graph.LeakRounding#WHOLE}).
 *   <li>An output's potentials are multiplied with s where they are read.
 * </ul>
 *
 * <p>Every potential stays below 2^24, so float32 holds it exactly: the whole machinery of engines,
 * digests and traces runs such a network, and every order of addition gives the same.
 */
public final class Quantiser {

  private final Graph graph;
  private final EventUnits units;
  private final Graph.Builder builder = Graph.builder();

  private Quantiser(Graph graph, float inputScale) {
    this.graph = graph;
    this.units = EventUnits.of(graph, inputScale);
  }

  /**
   * Quantises.
   *
   * @param graph of float32
   * @param inputScale what 1 stands for in the input; 1 for events
   * @param timesteps that the network will run for at most
   * @param input what every input will be: single spikes are 1, others up to 127
   * @throws BadInputException if a node has no integer form, or a potential could reach 2^24
   */
  public static Graph quantise(Graph graph, float inputScale, int timesteps, ValueKind input) {
    if (graph.properties().quantisation().isPresent()) {
      throw new BadInputException(
          "a network is quantised once: inputScale="
              + graph.properties().quantisation().get().inputScale());
    }
    Graph quantised = new Quantiser(graph, inputScale).build(inputScale);
    check(quantised, timesteps, input);
    return quantised;
  }

  /**
   * Checks a network that is said to be quantised, wherever it comes from.
   *
   * @param graph of whole numbers
   * @param timesteps that it will run for at most
   * @param input what every input will be
   * @throws BadInputException if some of its numbers are not whole, or a potential could reach 2^24
   */
  public static void check(Graph graph, int timesteps, ValueKind input) {
    WholeNumbers.check(graph);
    PotentialBounds.check(graph, timesteps, input);
  }

  private Graph build(float inputScale) {
    for (String name : graph.nodes().keySet()) {
      Node node = graph.node(name);
      if (!(node instanceof Connection)) {
        builder.node(name, node);
      }
    }
    for (Map.Entry<String, Node> entry : graph.nodes().entrySet()) {
      switch (entry.getValue()) {
        case AvgPool2d pool ->
            builder.replace(
                entry.getKey(), new SumPool2d(pool.kernel(), pool.stride(), pool.padding()));
        case Population population -> quantise(entry.getKey(), population);
        case Output _ -> quantise(entry.getKey());
        default -> {}
      }
    }
    addEdges();
    NetworkProperties said = graph.properties();
    return builder.properties(said.with(new Quantisation(inputScale))).build();
  }

  private void quantise(String name, Population population) {
    ChannelScales scales = scales(name);
    quantiseIncoming(name, scales);
    builder.replace(name, new QuantisedPopulation(name, population, scales).node());
  }

  private void quantise(String output) {
    ChannelScales scales = scales(output);
    quantiseIncoming(output, scales);
    builder.replace(output, new Output(scales.ofNeurons()));
  }

  private ChannelScales scales(String name) {
    ChannelScales scales = new ChannelScales(graph.shape(name));
    for (String source : graph.sources(name)) {
      if (graph.node(source) instanceof Connection connection) {
        scales.cover(connection.weight(), units.arriving(source));
      } else {
        scales.cover(Tensor.scalar(1f), units.sent(source));
      }
    }
    return scales;
  }

  private void quantiseIncoming(String target, ChannelScales scales) {
    for (String source : graph.sources(target)) {
      if (graph.node(source) instanceof Connection connection) {
        double unit = units.arriving(source);
        Connection spread = spread(connection, graph.shape(target));
        builder.node(source, new QuantisedConnection(source, spread, scales, unit).node());
      } else {
        Tensor ones = filled(graph.shape(target), 1f);
        builder.node(
            weighted(source, target), new Scale(scales.quantised(ones, units.sent(source))));
      }
    }
  }

  /** A scale of one value: in whole numbers each channel has its own. */
  private static Connection spread(Connection connection, Shape shape) {
    return connection instanceof Scale(Tensor scale) && scale.isScalar()
        ? new Scale(filled(shape, scale.get(0)))
        : connection;
  }

  private void addEdges() {
    for (Edge edge : graph.edges()) {
      Node target = graph.node(edge.target());
      boolean accumulates = target instanceof Population || target instanceof Output;
      if (accumulates && !(graph.node(edge.source()) instanceof Connection)) {
        builder.chain(edge.source(), weighted(edge.source(), edge.target()), edge.target());
      } else {
        builder.edge(edge.source(), edge.target());
      }
    }
  }

  /** The name of the node that weights an edge which had no weight. */
  private static String weighted(String source, String target) {
    return source + "_to_" + target;
  }

  private static Tensor filled(Shape shape, float value) {
    float[] values = new float[shape.size()];
    Arrays.fill(values, value);
    return Tensor.adopt(shape, values);
  }
}

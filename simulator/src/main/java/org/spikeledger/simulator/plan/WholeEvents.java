package org.spikeledger.simulator.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.ValueKind;

/**
 * Which nodes send whole events above 0, and how large the largest can be: single spikes, and sums
 * of them.
 */
public final class WholeEvents {

  /** What a node that sends other values has. */
  private static final int NOT_WHOLE = -1;

  private final Graph graph;
  private final int input;
  private final Map<String, Integer> largest = new HashMap<>();

  private WholeEvents(Graph graph, int input) {
    this.graph = graph;
    this.input = input;
  }

  static WholeEvents of(Graph graph, ValueKind input) {
    return follow(graph, input == ValueKind.BINARY ? 1 : NOT_WHOLE);
  }

  /** The events of a network whose inputs are whole numbers of so much at most, of either sign. */
  public static WholeEvents upTo(Graph graph, int largestInput) {
    return follow(graph, largestInput);
  }

  private static WholeEvents follow(Graph graph, int input) {
    WholeEvents events = new WholeEvents(graph, input);
    for (String name : graph.topologicalOrder()) {
      events.largest.put(name, events.sentBy(name));
    }
    return events;
  }

  /** The largest event that can arrive at a node, if all that arrive are whole and above 0. */
  public OptionalInt largestArrivingAt(String name) {
    int arriving = arriving(name);
    return arriving == NOT_WHOLE ? OptionalInt.empty() : OptionalInt.of(arriving);
  }

  private int arriving(String name) {
    long sum = 0;
    for (String source : graph.sources(name)) {
      // Only a neuron's spikes are known before they are followed along a cycle.
      int sent = largest.containsKey(source) ? largest.get(source) : ofNeuron(graph.node(source));
      if (sent == NOT_WHOLE) {
        return NOT_WHOLE;
      }
      sum += sent;
    }
    return sum > Short.MAX_VALUE ? NOT_WHOLE : (int) sum;
  }

  private int sentBy(String name) {
    Node node = graph.node(name);
    return switch (node) {
      case Input _ -> input;
      case Flatten _, Delay _ -> arriving(name);
      case SumPool2d pool -> pooled(arriving(name), pool.kernel());
      case Pool _, Connection _ -> NOT_WHOLE;
      default -> ofNeuron(node);
    };
  }

  private static int ofNeuron(Node node) {
    return node instanceof Neuron neuron && neuron.firing().isBinary() ? 1 : NOT_WHOLE;
  }

  private static int pooled(int each, Extent2d kernel) {
    long sum = (long) each * kernel.rows() * kernel.columns();
    return each == NOT_WHOLE || sum > Short.MAX_VALUE ? NOT_WHOLE : (int) sum;
  }
}

package org.spikeledger.simulator.quantise;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.plan.RowFormat;
import org.spikeledger.simulator.plan.WholeEvents;

/**
 * How far from zero a whole potential can come, whatever the input: not to 2^24, from where float32
 * leaves out whole numbers.
 */
final class PotentialBounds {

  private static final double LIMIT = 1 << 24;

  private final Graph graph;
  private final WholeEvents events;
  private final int timesteps;

  private PotentialBounds(Graph graph, int timesteps, ValueKind input) {
    this.graph = graph;
    this.events = WholeEvents.upTo(graph, input == ValueKind.BINARY ? 1 : RowFormat.LARGEST);
    this.timesteps = timesteps;
  }

  /**
   * Checks every population of a quantised network.
   *
   * @throws BadInputException naming the first that could come too far
   */
  static void check(Graph graph, int timesteps, ValueKind input) {
    PotentialBounds bounds = new PotentialBounds(graph, timesteps, input);
    Layer.of(graph).forEach(layer -> bounds.check(layer.name()));
  }

  private void check(String name) {
    double current = 0;
    for (String source : graph.sources(name)) {
      if (graph.node(source) instanceof Connection connection) {
        current += largestCurrent(source, connection);
      }
    }
    double bound = potential(graph.node(name), current);
    if (bound >= LIMIT) {
      throw new BadInputException(
          "in integer mode a potential stays below 2^24 whatever the input: largestPotential=%.0f"
                  .formatted(bound)
              + " timesteps="
              + timesteps
              + " node="
              + name);
    }
  }

  /** The largest sum of one target: every event as large as can be, none against another. */
  private double largestCurrent(String name, Connection connection) {
    Tensor weight = connection.weight();
    double event =
        events
            .largestArrivingAt(name)
            .orElseThrow(() -> EventUnits.refused("a neuron gives one spike in a timestep", name));
    if (connection instanceof Scale) {
      return largest(weight) * event;
    }
    double[] sums = magnitudes(weight);
    double largest = 0;
    for (int target = 0; target < sums.length; target++) {
      double bias = connection.bias().isPresent() ? connection.bias().get().get(target) : 0;
      largest = Math.max(largest, sums[target] * event + Math.abs(bias));
    }
    return largest;
  }

  /** The sum of the magnitudes of each target's weights. */
  private static double[] magnitudes(Tensor weight) {
    double[] sums = new double[weight.shape().dimension(0)];
    weight.forEach(
        (index, value) ->
            sums[(int) ((long) index * sums.length / weight.size())] += Math.abs(value));
    return sums;
  }

  private double potential(Node node, double current) {
    if (!(node instanceof Population population)) {
      return current * timesteps;
    }
    double each = current + largest(population.drift()) + 1;
    if (population instanceof Neuron neuron && neuron.firing().resetRule() == ResetRule.TO_VALUE) {
      each += largest(neuron.firing().resetValue());
    }
    double leak = largest(population.leak());
    double steps = leak == 1 ? timesteps : Math.min(timesteps, 1 / (1 - leak));
    return each * steps;
  }

  private static double largest(Tensor values) {
    double largest = 0;
    for (int i = 0; i < values.size(); i++) {
      largest = Math.max(largest, Math.abs(values.get(i)));
    }
    return largest;
  }
}

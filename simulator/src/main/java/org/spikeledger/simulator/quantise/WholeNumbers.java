package org.spikeledger.simulator.quantise;

import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.plan.RowFormat;

/** Whether a network that is said to compute with whole numbers has nothing else. */
final class WholeNumbers {

  private final Graph graph;
  private final String name;

  private WholeNumbers(Graph graph, String name) {
    this.graph = graph;
    this.name = name;
  }

  /**
   * Checks every node.
   *
   * @throws org.spikeledger.models.BadInputException naming the first that has other numbers
   */
  static void check(Graph graph) {
    graph.nodes().forEach((name, node) -> new WholeNumbers(graph, name).check(node));
  }

  private void check(Node node) {
    switch (node) {
      case SparseLinear _ -> require(false, "no layer is sparse");
      case Connection connection -> check(connection);
      case AvgPool2d _ -> require(false, "a pool sums");
      case Neuron neuron -> check(neuron);
      case Population _ -> require(false, "a population fires and has no synaptic current");
      case Output _ -> checkSources();
      default -> {}
    }
  }

  private void check(Connection connection) {
    require(
        connection.weight().isWhole(RowFormat.LARGEST), "weights are whole numbers in -127..127");
    require(connection.bias().map(WholeNumbers::isWhole).orElse(true), "biases are whole numbers");
  }

  private void check(Neuron neuron) {
    require(neuron.synapse().isEmpty(), "a population fires and has no synaptic current");
    require(neuron.gain().isAll(1f), "a population has no gain");
    require(
        neuron.leak().isAll(1f) || neuron.leakRounding() == LeakRounding.WHOLE,
        "a leak rounds to whole numbers");
    require(
        isWhole(neuron.drift())
            && isWhole(neuron.firing().threshold())
            && isWhole(neuron.firing().resetValue()),
        "thresholds, drifts and reset values are whole numbers");
    checkSources();
  }

  private void checkSources() {
    require(
        graph.sources(name).stream().allMatch(each -> graph.node(each) instanceof Connection),
        "every edge into a population has weights");
  }

  private static boolean isWhole(Tensor values) {
    return values.isWhole(Float.MAX_VALUE);
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      throw EventUnits.refused(rule, name);
    }
  }
}

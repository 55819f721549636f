package org.spikeledger.models.nir.convert;

import java.util.Map;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Integrator;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Tensor;

/**
 * Puts 1 for every weight that is not zero. What is left says which synapses there are, so that all
 * operations can be counted again from recorded spikes, by whoever is not given the weights.
 */
public record WeightPattern() implements WeightRounding {

  @Override
  public Tensor round(Tensor weights) {
    float[] pattern = weights.toArray();
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = pattern[i] == 0f ? 0f : 1f;
    }
    return Tensor.adopt(weights.shape(), pattern);
  }

  /**
   * {@inheritDoc} Those of Scale nodes too; those of SparseLinear, which no file holds, stay.
   *
   * @throws BadInputException where counts follow from what sums are worth: behind a connection
   *     stands something else than neurons that see its sums at once, or than the output
   */
  @Override
  public Graph applyTo(Graph graph) {
    graph.nodes().keySet().stream()
        .filter(name -> graph.node(name) instanceof Connection)
        .forEach(name -> checkTargets(graph, name));
    Graph.Builder builder = WeightRounding.super.applyTo(graph).toBuilder();
    for (Map.Entry<String, Node> each : graph.nodes().entrySet()) {
      if (each.getValue() instanceof Scale scale) {
        builder.replace(each.getKey(), new Scale(round(scale.scale())));
      }
    }
    return builder.build();
  }

  private static void checkTargets(Graph graph, String connection) {
    for (String target : graph.targets(connection)) {
      switch (graph.node(target)) {
        case Output _ -> {}
        case Population neurons
            when !(neurons instanceof Integrator) && neurons.synapse().isEmpty() -> {}
        default ->
            throw new BadInputException(
                "counts follow from a pattern of weights where connections lead to neurons that spike, without synaptic currents, or to the output: connection=%s target=%s"
                    .formatted(connection, target));
      }
    }
  }
}

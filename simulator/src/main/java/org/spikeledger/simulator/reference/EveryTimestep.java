package org.spikeledger.simulator.reference;

import java.util.HashSet;
import java.util.Set;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;

/** Whether something happens to a layer's potentials in every timestep, whatever fires. */
record EveryTimestep(Graph graph, ValueKind input) {

  boolean in(Layer layer) {
    return changesByItself(graph.node(layer.name()))
        || layer.connections().stream().anyMatch(this::hasBias)
        || (input == ValueKind.ANALOG && receivesImage(layer.name()));
  }

  private static boolean changesByItself(Node node) {
    return node instanceof Population population
        && (population.synapse().isPresent()
            || hasOther(population.leak(), 1f)
            || hasOther(population.drift(), 0f));
  }

  private boolean hasBias(String connection) {
    return ((Connection) graph.node(connection))
        .bias()
        .filter(bias -> hasOther(bias, 0f))
        .isPresent();
  }

  private static boolean hasOther(Tensor values, float usual) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != usual) {
        return true;
      }
    }
    return false;
  }

  private boolean receivesImage(String name) {
    return receivesImage(name, new HashSet<>());
  }

  private boolean receivesImage(String name, Set<String> seen) {
    return graph.sources(name).stream()
        .filter(seen::add)
        .anyMatch(
            source ->
                switch (graph.node(source)) {
                  case Input _ -> true;
                  case Population _, Delay _ -> false;
                  default -> receivesImage(source, seen);
                });
  }
}

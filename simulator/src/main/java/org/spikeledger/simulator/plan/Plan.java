package org.spikeledger.simulator.plan;

import java.util.List;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/**
 * A network made ready for the event engine. Immutable; all threads share one.
 *
 * @param inputShape in NIR's order
 * @param inputKind of every input
 * @param outputShape in NIR's order
 * @param stages in the order of a timestep
 * @param slots how many there are
 * @param layers the rows of the counters
 */
public record Plan(
    Shape inputShape,
    ValueKind inputKind,
    Shape outputShape,
    List<Stage> stages,
    int slots,
    List<Layer> layers) {

  /** Makes a network ready for inputs of a kind. */
  public static Plan of(Graph graph, ValueKind inputKind) {
    return new PlanBuilder(graph, inputKind).build();
  }
}

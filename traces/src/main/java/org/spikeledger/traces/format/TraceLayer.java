package org.spikeledger.traces.format;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.count.LayerFacts;

/**
 * A layer as a trace's header describes it.
 *
 * @param facts what the graph alone says of it
 * @param shape in NIR's order; its size is the number of neurons, at most 2^28 - 2
 */
public record TraceLayer(LayerFacts facts, Shape shape) {

  /** Checks that both speak of the same neurons. */
  public TraceLayer {
    if (shape.size() != facts.layer().neurons() || shape.size() > SpikeSection.MAX_FIRING) {
      throw new BadInputException(
          "a traced layer has a neuron for each element of its shape, at most %d: layer=%s neurons=%d shape=%s"
              .formatted(
                  SpikeSection.MAX_FIRING, facts.layer().name(), facts.layer().neurons(), shape));
    }
  }

  /** The population's node. */
  public String name() {
    return facts.layer().name();
  }

  /** How many neurons there are. */
  public int neurons() {
    return shape.size();
  }

  /** Whether this is the output, which never fires. */
  public boolean isOutput() {
    return facts.layer().isOutput();
  }

  /** Its place among the layers. */
  public int index() {
    return facts.layer().index();
  }

  /** The canonical index of a neuron at an index of NIR's order. */
  public int canonicalIndex(int nirIndex) {
    return CanonicalOrder.of(shape).fromNir(nirIndex);
  }

  /** The index that networks, exports and messages show, of a neuron at a canonical index. */
  public int nirIndex(int canonicalIndex) {
    return CanonicalOrder.of(shape).toNir(canonicalIndex);
  }
}

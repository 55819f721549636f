package org.spikeledger.traces.format;

import java.util.function.Function;
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

  /**
   * Refuses a layer of a network that is not this one.
   *
   * @throws BadInputException with the first fact that differs
   */
  void requireSame(TraceLayer found) {
    requireSame("name", found, TraceLayer::name);
    requireSame("shape", found, TraceLayer::shape);
    requireSame("kind", found, layer -> layer.facts.kind());
    requireSame("denseOperations", found, layer -> layer.facts.denseOperations());
    requireSame("weights", found, layer -> layer.facts.weights());
    requireSame("nonZeroWeights", found, layer -> layer.facts.nonZeroWeights());
    requireSame("biases", found, layer -> layer.facts.biases());
    requireSame("inputs", found, layer -> layer.facts.inputs());
    requireSame("leaks", found, layer -> layer.facts.leaks());
    requireSame("biased", found, layer -> layer.facts.biased());
    requireSame("sources", found, layer -> layer.facts.sources());
    requireSame("facts", found, TraceLayer::facts);
  }

  private void requireSame(String what, TraceLayer found, Function<TraceLayer, Object> of) {
    Object own = of.apply(this);
    Object other = of.apply(found);
    TraceHeader.require(own.equals(other), "layer=%s %s".formatted(name(), what), own, other);
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

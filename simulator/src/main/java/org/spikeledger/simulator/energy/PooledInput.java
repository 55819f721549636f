package org.spikeledger.simulator.energy;

import org.spikeledger.simulator.count.Primitive;

/**
 * What the synaptic operations of a layer are, above all behind a pool, which sends graded events
 * (k/4 for k spikes in a 2x2 window). The choice decides the result, so reports show all three.
 */
public enum PooledInput {
  /**
   * The paper's estimate: a connection's dense operations times the spikes a neuron an inference of
   * the populations before it, each an accumulate, summed over the layer's connections. Borders and
   * pools are ignored. A layer that no population feeds, or one that sends potentials, keeps its
   * counts. Where the connections are not known one by one, the layer's are taken together.
   */
  MEAN_RATE(
      "meanRate",
      "estimate: AC = sum over connections of dense operations * spikes per neuron per inference of"
          + " the populations before") {
    @Override
    Operations of(LayerActivity layer) {
      if (layer.facts().sources().isEmpty() || !layer.sourcesFire()) {
        return GRADED.of(layer);
      }
      if (layer.incoming().isEmpty()) {
        double dense = layer.facts().denseOperations() - layer.directOperations();
        return new Operations(dense * layer.sourceRate(), 0);
      }
      return new Operations(
          layer.incoming().stream()
              .mapToDouble(each -> each.facts().denseOperations() * each.rate())
              .sum(),
          0);
    }
  },
  /** Counted; a pooled event costs each of its synapses a multiply-accumulate. */
  GRADED(
      "graded",
      "counted: AC = accumulates, MAC = multiplyAccumulates - directMultiplyAccumulates") {
    @Override
    Operations of(LayerActivity layer) {
      return new Operations(
          layer.mean(Primitive.ACCUMULATES),
          layer.mean(Primitive.MULTIPLY_ACCUMULATES)
              - layer.mean(Primitive.DIRECT_MULTIPLY_ACCUMULATES));
    }
  },
  /** Counted; a pooled event of k spikes costs each of its synapses k accumulates. */
  EXPANDED(
      "expanded",
      "counted: AC = accumulates + expandedAccumulates, MAC = multiplyAccumulates -"
          + " directMultiplyAccumulates - pooledMultiplyAccumulates") {
    @Override
    Operations of(LayerActivity layer) {
      Operations graded = GRADED.of(layer);
      return new Operations(
          graded.accumulates() + layer.mean(Primitive.EXPANDED_ACCUMULATES),
          graded.multiplyAccumulates() - layer.mean(Primitive.POOLED_MULTIPLY_ACCUMULATES));
    }
  };

  private final String key;
  private final String formula;

  PooledInput(String key, String formula) {
    this.key = key;
    this.formula = formula;
  }

  /** The name in JSON and tables. */
  public String key() {
    return key;
  }

  /** The formula in words, for reports. */
  public String formula() {
    return formula;
  }

  abstract Operations of(LayerActivity layer);

  /**
   * Events that the layer takes from its queue, a mean an inference, without those of a directly
   * encoded input: the spikes before a pool where a pooled event does not count as one.
   */
  double eventsRead(LayerActivity layer) {
    boolean apart = layer.facts().pooled() && this != GRADED && !layer.facts().sources().isEmpty();
    return apart || layer.facts().directlyEncoded()
        ? layer.spikesBefore()
        : layer.mean(Primitive.EVENTS_IN);
  }
}

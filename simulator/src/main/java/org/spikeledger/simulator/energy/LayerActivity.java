package org.spikeledger.simulator.energy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.Primitive;

/** One layer's counts as means an inference, with what the populations before it sent. */
record LayerActivity(
    LayerFacts facts, Counts counts, long inferences, double sourceSpikes, long sourceNeurons) {

  static List<LayerActivity> of(List<LayerFacts> facts, Counts counts, long inferences) {
    if (inferences < 1) {
      throw new BadInputException("energy needs an inference: inferences=" + inferences);
    }
    if (facts.size() != counts.layers()) {
      throw new BadInputException(
          "counts and facts describe the same layers: counts=%d facts=%d"
              .formatted(counts.layers(), facts.size()));
    }
    Map<String, LayerFacts> byName = new HashMap<>();
    facts.forEach(each -> byName.put(each.layer().name(), each));
    return facts.stream().map(each -> of(each, counts, inferences, byName)).toList();
  }

  private static LayerActivity of(
      LayerFacts facts, Counts counts, long inferences, Map<String, LayerFacts> byName) {
    long spikes = 0;
    long neurons = 0;
    for (String name : facts.sources()) {
      LayerFacts source = byName.get(name);
      spikes += counts.layer(source.layer().index(), Primitive.SPIKES);
      neurons += source.layer().neurons();
    }
    return new LayerActivity(facts, counts, inferences, (double) spikes / inferences, neurons);
  }

  double mean(Primitive primitive) {
    return (double) counts.layer(facts.layer().index(), primitive) / inferences;
  }

  /** Spikes a neuron an inference, over all populations before the layer. */
  double sourceRate() {
    return sourceSpikes / sourceNeurons;
  }

  /**
   * Multiply-accumulates of the directly encoded input in one pass: the dense ones, as in the ANN;
   * in a layer that a population feeds too, those counted.
   */
  double directOperations() {
    if (!facts.directlyEncoded()) {
      return 0;
    }
    return facts.sources().isEmpty()
        ? facts.denseOperations()
        : mean(Primitive.DIRECT_MULTIPLY_ACCUMULATES);
  }

  double membraneAccesses(MembraneAccess model) {
    return (double) model.of(facts, counts, inferences).total() / inferences;
  }

  int timesteps() {
    return counts.timesteps();
  }
}

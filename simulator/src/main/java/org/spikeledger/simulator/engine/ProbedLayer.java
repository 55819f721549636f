package org.spikeledger.simulator.engine;

import java.util.List;
import org.spikeledger.models.BadInputException;

/**
 * Neurons of one layer whose membrane potentials are to be kept.
 *
 * @param layer its index
 * @param neurons their canonical indices, ascending, at least one
 */
public record ProbedLayer(int layer, List<Integer> neurons) {

  /** Checks the order. */
  public ProbedLayer {
    neurons = List.copyOf(neurons);
    int before = -1;
    for (int neuron : neurons) {
      if (neuron <= before) {
        throw new BadInputException(
            "probed neurons ascend: layer=%d neuron=%d before=%d".formatted(layer, neuron, before));
      }
      before = neuron;
    }
    if (neurons.isEmpty() || layer < 0) {
      throw new BadInputException(
          "a probe watches some neuron of a layer: layer=%d neurons=%d"
              .formatted(layer, neurons.size()));
    }
  }
}

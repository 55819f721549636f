package org.spikeledger.simulator.profile;

import java.util.List;
import org.spikeledger.simulator.count.LayerFacts;

/**
 * How a layer's neurons fired over all inferences.
 *
 * @param facts of the layer
 * @param histogram at index k, in how many inferences a neuron gave k spikes, over all neurons
 * @param dead neurons that never fired
 * @param saturated neurons that fired in every timestep of every inference
 * @param firedNeurons neurons that fired in a timestep, summed over timesteps and inferences
 * @param firedAfterTheFirst the same without each inference's first timestep
 */
public record LayerSpikes(
    LayerFacts facts,
    List<Long> histogram,
    long dead,
    long saturated,
    long firedNeurons,
    long firedAfterTheFirst) {

  /** Copies what can change. */
  public LayerSpikes {
    histogram = List.copyOf(histogram);
  }
}

package org.spikeledger.simulator.run;

import java.util.List;

/**
 * How far the mean number of synaptic operations an inference is known; the mean itself follows
 * from the counts.
 *
 * @param layerStandardErrors of each layer's mean; 0 for a single inference
 * @param totalStandardError of the mean over all layers together
 */
public record OperationStatistics(List<Double> layerStandardErrors, double totalStandardError) {

  /** Copies what can change. */
  public OperationStatistics {
    layerStandardErrors = List.copyOf(layerStandardErrors);
  }
}

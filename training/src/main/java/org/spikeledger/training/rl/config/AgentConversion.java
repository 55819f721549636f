package org.spikeledger.training.rl.config;

import org.spikeledger.training.config.ConversionConfiguration;
import org.spikeledger.training.config.Rules;

/**
 * How thresholds are chosen when an ANN becomes an SNN.
 *
 * @param percentile of a layer's weighted inputs that becomes its threshold, in (0, 100]
 * @param thresholdScale multiplies that threshold
 * @param observations that these inputs come from, met by the ANN's own play
 */
public record AgentConversion(double percentile, double thresholdScale, int observations) {

  /** Refuses values out of range. */
  public AgentConversion {
    Rules.require(
        observations > 0 && observations <= 100_000,
        "it lies in 1..100000",
        "conversion.observations",
        observations);
    balancing(percentile, thresholdScale, observations);
  }

  /** The same for the balancing of thresholds. */
  public ConversionConfiguration balancing() {
    return balancing(percentile, thresholdScale, observations);
  }

  private static ConversionConfiguration balancing(double percentile, double scale, int inputs) {
    return new ConversionConfiguration(percentile, scale, inputs, 0, false);
  }
}

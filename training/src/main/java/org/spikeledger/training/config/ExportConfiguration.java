package org.spikeledger.training.config;

/**
 * How a network is written.
 *
 * @param mantissaBits explicit mantissa bits kept of every weight, bias, leak and threshold, in
 *     1..23, rounded half to even; fewer bits make smaller files
 */
public record ExportConfiguration(int mantissaBits) {

  /** Refuses a number outside 1..23. */
  public ExportConfiguration {
    Rules.require(
        mantissaBits >= 1 && mantissaBits <= 23,
        "it lies in 1..23",
        "export.mantissaBits",
        mantissaBits);
  }
}

package org.spikeledger.training.config;

/**
 * How a network is written.
 *
 * @param mantissaBits explicit mantissa bits kept of every weight, bias, leak and threshold, in
 *     1..23, rounded half to even; fewer bits make smaller files
 * @param width of the network relative to the one that cards project its rates to, in (0, 1]; 1
 *     projects nothing
 */
public record ExportConfiguration(int mantissaBits, double width) {

  /** Refuses values out of range. */
  public ExportConfiguration {
    Rules.require(
        mantissaBits >= 1 && mantissaBits <= 23,
        "it lies in 1..23",
        "export.mantissaBits",
        mantissaBits);
    Rules.require(width > 0 && width <= 1, "it lies in (0, 1]", "export.width", width);
  }
}

package org.spikeledger.tools.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What one compared configuration came to; each seed counts as one mean over its episodes.
 *
 * @param name of the configuration
 * @param environment that was learned in
 * @param network what learned
 * @param best over seeds, of the networks of the best evaluations
 * @param last over seeds, of the networks of the last steps
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ComparedVariant(
    String name, String environment, String network, Spread best, Spread last) {

  /**
   * Rewards over seeds.
   *
   * @param episodes how many seeds
   * @param mean of the seeds' mean rewards
   * @param deviation between seeds
   * @param lowest of the seeds
   * @param highest of the seeds
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Spread(
      int episodes, double mean, double deviation, double lowest, double highest) {}

  boolean isAnn() {
    return network.equals("ANN");
  }
}

package org.spikeledger.tools.cli.paper;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Ratio;

/**
 * E_ANN / E_SNN by rules for pooled input.
 *
 * @param byRule at least one
 */
record Alphas(List<Alpha> byRule) {

  /**
   * By one rule.
   *
   * @param rule its key
   * @param value not a number where it is not defined
   */
  record Alpha(String rule, double value) {}

  Alphas {
    byRule = List.copyOf(byRule);
  }

  static Alphas of(Function<PooledInput, Ratio> alphas) {
    return new Alphas(
        Arrays.stream(PooledInput.values())
            .map(rule -> new Alpha(rule.key(), alphas.apply(rule).value().orElse(Double.NaN)))
            .toList());
  }

  String text() {
    return byRule.stream()
        .map(each -> EnergyClaims.figure(each.value()) + " " + each.rule())
        .collect(Collectors.joining(", "));
  }

  double largest() {
    return byRule.stream().mapToDouble(Alpha::value).max().orElse(Double.NaN);
  }
}

package org.spikeledger.models.nir.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.spikeledger.models.nir.RawField;
import org.spikeledger.models.nir.RawNetwork;

/** Numbers that no node of NIR can have, field by field, whatever the node's type. */
final class RangeCheck {

  private record Rule(String text, DoublePredicate holds) {}

  private static final Rule FINITE =
      new Rule("NaN and infinite values are refused", Double::isFinite);
  private static final Rule ABOVE_ZERO = new Rule("the value must be above 0", value -> value > 0);
  private static final Rule NOT_NEGATIVE =
      new Rule("the value must not be below 0", value -> value >= 0);
  private static final Rule POSITIVE_WHOLE =
      new Rule(
          "the value must be a whole number of at least 1",
          value -> value >= 1 && value == Math.rint(value));
  private static final Rule WHOLE =
      new Rule(
          "the value must be a whole number of at least 0",
          value -> value >= 0 && value == Math.rint(value));

  private static final Map<String, Rule> BY_FIELD =
      Map.ofEntries(
          Map.entry("tau", ABOVE_ZERO),
          Map.entry("tau_mem", ABOVE_ZERO),
          Map.entry("tau_syn", ABOVE_ZERO),
          Map.entry("v_threshold", ABOVE_ZERO),
          Map.entry("delay", NOT_NEGATIVE),
          Map.entry("shape", POSITIVE_WHOLE),
          Map.entry("input_shape", POSITIVE_WHOLE),
          Map.entry("input_type", POSITIVE_WHOLE),
          Map.entry("kernel_size", POSITIVE_WHOLE),
          Map.entry("stride", POSITIVE_WHOLE),
          Map.entry("dilation", POSITIVE_WHOLE),
          Map.entry("groups", POSITIVE_WHOLE),
          Map.entry("padding", WHOLE));

  private RangeCheck() {}

  static List<Finding> of(RawNetwork network) {
    List<Finding> findings = new ArrayList<>();
    network
        .nodes()
        .forEach(
            (name, node) ->
                node.fields()
                    .forEach(
                        (field, values) -> {
                          if (values instanceof RawField.Numbers numbers) {
                            check(name, field, numbers, findings);
                          }
                        }));
    return findings;
  }

  private static void check(
      String node, String field, RawField.Numbers numbers, List<Finding> findings) {
    Rule ofField = BY_FIELD.getOrDefault(field, FINITE);
    int broken = 0;
    String first = "";
    for (int i = 0; i < numbers.size(); i++) {
      double value = numbers.get(i);
      Rule rule = Double.isFinite(value) ? ofField : FINITE;
      if (!rule.holds().test(value)) {
        first = broken == 0 ? "%s: %s=%s index=%d".formatted(rule.text(), field, value, i) : first;
        broken++;
      }
    }
    if (broken > 0) {
      findings.add(Finding.error(node, "%s values=%d node=%s".formatted(first, broken, node)));
    }
  }
}

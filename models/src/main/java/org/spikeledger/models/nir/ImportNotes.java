package org.spikeledger.models.nir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a reader should tell; what the options decided, once for each kind. */
final class ImportNotes {

  private static final int MOST_NAMES = 12;

  private final List<String> warnings = new ArrayList<>();
  private final Map<String, List<String>> decisions = new LinkedHashMap<>();

  void warn(String warning) {
    warnings.add(warning);
  }

  /** Something that the file leaves open was decided for a node. */
  void decided(String decision, String node) {
    decisions.computeIfAbsent(decision, _ -> new ArrayList<>()).add(node);
  }

  List<String> warnings() {
    List<String> all = new ArrayList<>(warnings);
    decisions.forEach(
        (decision, nodes) ->
            all.add(
                "the file leaves open what the import options decide: %s nodes=%s"
                    .formatted(decision, names(nodes))));
    return all.stream().map(OneLine::of).toList();
  }

  private static String names(List<String> nodes) {
    String first = String.join(", ", nodes.subList(0, Math.min(MOST_NAMES, nodes.size())));
    int others = nodes.size() - MOST_NAMES;
    return others > 0 ? "[%s and %d more]".formatted(first, others) : "[" + first + "]";
  }
}

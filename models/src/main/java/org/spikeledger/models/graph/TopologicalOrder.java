package org.spikeledger.models.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spikeledger.models.BadInputException;

/** Each node after all that feed it; of several that could come next, the least name. */
final class TopologicalOrder {

  private TopologicalOrder() {}

  static List<String> of(
      Set<String> names, Map<String, List<String>> sources, Map<String, List<String>> targets) {
    Map<String, Integer> waiting = new HashMap<>();
    PriorityQueue<String> ready = new PriorityQueue<>(NameOrder.BY_CODE_POINT);
    for (String name : names) {
      waiting.put(name, sources.get(name).size());
      if (sources.get(name).isEmpty()) {
        ready.add(name);
      }
    }
    List<String> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      String next = ready.remove();
      order.add(next);
      for (String target : targets.get(next)) {
        if (waiting.merge(target, -1, Integer::sum) == 0) {
          ready.add(target);
        }
      }
    }
    if (order.size() < names.size()) {
      throw new BadInputException(
          "a network without recurrent edges must not have a cycle: node="
              + onCycle(sources, waiting));
    }
    return List.copyOf(order);
  }

  /** Goes back from a waiting node along waiting ones until it meets one again. */
  private static String onCycle(Map<String, List<String>> sources, Map<String, Integer> waiting) {
    Set<String> seen = new TreeSet<>(NameOrder.BY_CODE_POINT);
    String name = firstWaiting(waiting.keySet().stream().sorted(NameOrder.BY_CODE_POINT), waiting);
    while (seen.add(name)) {
      name = firstWaiting(sources.get(name).stream(), waiting);
    }
    return name;
  }

  private static String firstWaiting(Stream<String> names, Map<String, Integer> waiting) {
    return names.filter(name -> waiting.get(name) > 0).findFirst().orElseThrow();
  }
}

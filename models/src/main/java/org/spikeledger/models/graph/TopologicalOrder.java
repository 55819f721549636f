package org.spikeledger.models.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Each node after all that feed it; of several that could come next, the least name. */
final class TopologicalOrder {

  private TopologicalOrder() {}

  /** The order, in which an edge that is cut is no dependency. */
  static List<String> of(
      Set<String> names,
      Map<String, List<String>> sources,
      Map<String, List<String>> targets,
      CycleCut cut) {
    Map<String, Integer> waiting = new HashMap<>();
    PriorityQueue<String> ready = new PriorityQueue<>(NameOrder.BY_CODE_POINT);
    for (String name : names) {
      int count = 0;
      for (String source : sources.get(name)) {
        count += cut.contains(new Edge(source, name)) ? 0 : 1;
      }
      waiting.put(name, count);
      if (count == 0) {
        ready.add(name);
      }
    }
    List<String> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      String next = ready.remove();
      order.add(next);
      for (String target : targets.get(next)) {
        if (!cut.contains(new Edge(next, target)) && waiting.merge(target, -1, Integer::sum) == 0) {
          ready.add(target);
        }
      }
    }
    if (order.size() < names.size()) {
      throw new IllegalStateException("every cycle is cut: ordered=" + order);
    }
    return List.copyOf(order);
  }
}

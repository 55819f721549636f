package org.spikeledger.models.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.spikeledger.models.BadInputException;

/** Finds cycles depth-first and chooses the edges at which they are cut, see {@link CycleCut}. */
final class CycleSearch {

  private static final int MOST_PASSES = 1000;

  private final Map<String, Node> nodes;
  private final Map<String, List<String>> targets;
  private final SortedSet<Edge> previousTimestep = new TreeSet<>();
  private final SortedSet<Edge> intoDelays = new TreeSet<>();
  private final List<String> path = new ArrayList<>();
  private final Map<String, Integer> place = new HashMap<>();

  private CycleSearch(Map<String, Node> nodes, Map<String, List<String>> targets) {
    this.nodes = nodes;
    this.targets = targets;
  }

  /** The cut of a network whose nodes can all be reached from the input. */
  static CycleCut of(String input, Map<String, Node> nodes, Map<String, List<String>> targets) {
    CycleSearch search = new CycleSearch(nodes, targets);
    int passes = 0;
    // An edge other than the one that closes a cycle may leave a second cycle closed.
    while (search.pass(input)) {
      if (++passes > MOST_PASSES) {
        throw new BadInputException(
            "the cycles of a network can be cut in at most %d passes: edges cut=%d"
                .formatted(MOST_PASSES, search.previousTimestep.size()));
      }
    }
    return new CycleCut(
        Collections.unmodifiableSortedSet(search.previousTimestep),
        Collections.unmodifiableSortedSet(search.intoDelays));
  }

  /** One search; whether it cut anything. */
  private boolean pass(String input) {
    int before = previousTimestep.size() + intoDelays.size();
    place.clear();
    search(input);
    // What the cuts separate from the input is searched from its Delays and other first nodes.
    nodes.keySet().stream().filter(name -> !place.containsKey(name)).forEach(this::search);
    return previousTimestep.size() + intoDelays.size() > before;
  }

  private void search(String start) {
    if (place.containsKey(start)) {
      return;
    }
    Deque<Iterator<String>> open = new ArrayDeque<>();
    enter(start, open);
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        place.put(path.removeLast(), -1);
        continue;
      }
      String from = path.getLast();
      String next = open.peek().next();
      if (isCut(from, next)) {
        continue;
      }
      int at = place.getOrDefault(next, Integer.MIN_VALUE);
      if (at == Integer.MIN_VALUE) {
        enter(next, open);
      } else if (at >= 0) {
        cut(path.subList(at, path.size()));
      }
    }
  }

  private void enter(String name, Deque<Iterator<String>> open) {
    place.put(name, path.size());
    path.add(name);
    open.push(targets.get(name).iterator());
  }

  private void cut(List<String> cycle) {
    int last = cycle.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (isCut(cycle.get(i), cycle.get(i == last ? 0 : i + 1))) {
        return;
      }
    }
    for (int i = last; i >= 0; i--) {
      if (nodes.get(cycle.get(i)) instanceof Delay delay && delay.shortest() >= 1) {
        intoDelays.add(new Edge(cycle.get(i == 0 ? last : i - 1), cycle.get(i)));
        return;
      }
    }
    int from = sender(cycle);
    previousTimestep.add(new Edge(cycle.get(from), cycle.get(from == last ? 0 : from + 1)));
  }

  private int sender(List<String> cycle) {
    for (boolean anyNode : new boolean[] {false, true}) {
      for (int i = cycle.size() - 1; i >= 0; i--) {
        Node node = nodes.get(cycle.get(i));
        if (node instanceof Population || (anyNode && !(node instanceof Flatten))) {
          return i;
        }
      }
    }
    throw new BadInputException(
        "a cycle has a node that is not a Flatten: node=" + cycle.getFirst());
  }

  private boolean isCut(String source, String target) {
    Edge edge = new Edge(source, target);
    return previousTimestep.contains(edge) || intoDelays.contains(edge);
  }
}

package org.spikeledger.simulator.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Shape;

/** A Delay node: a calendar of events by the timestep at which they leave. */
final class ReferenceDelay {

  private final Delay delay;
  private final CanonicalOrder order;
  private final Map<Integer, TreeMap<Integer, Event>> calendar = new TreeMap<>();

  ReferenceDelay(Delay delay, Shape shape) {
    this.delay = delay;
    this.order = CanonicalOrder.of(shape);
  }

  void begin() {
    calendar.clear();
  }

  /** Whether every event leaves after the timestep in which it arrived. */
  boolean holdsBackAll() {
    return delay.shortest() >= 1;
  }

  void receive(List<Event> arriving, int timestep) {
    for (Event event : arriving) {
      calendar
          .computeIfAbsent(timestep + delay.of(event.index()), _ -> new TreeMap<>())
          .put(order.fromNir(event.index()), event);
    }
  }

  List<Event> send(int timestep) {
    TreeMap<Integer, Event> due = calendar.remove(timestep);
    return due == null ? List.of() : new ArrayList<>(due.values());
  }

  /** How many events have not left yet. */
  int inFlight() {
    return calendar.values().stream().mapToInt(TreeMap::size).sum();
  }
}

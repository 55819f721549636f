package org.spikeledger.simulator.reference;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Shape;

/** What a node sends in one timestep. */
sealed interface Signal {

  /** The values by NIR index, zeros included. */
  float[] dense(Shape shape);

  /** The values that are not zero, in the order of delivery. */
  List<Event> events(Shape shape);

  /** Single events, in the order of delivery. */
  record Events(List<Event> list) implements Signal {

    @Override
    public float[] dense(Shape shape) {
      float[] values = new float[shape.size()];
      for (Event event : list) {
        values[event.index()] = event.value();
      }
      return values;
    }

    @Override
    public List<Event> events(Shape shape) {
      return list;
    }
  }

  /** A real number an element, by NIR index. */
  final class Currents implements Signal {

    private final float[] values;

    Currents(float[] values) {
      this.values = values;
    }

    @Override
    public float[] dense(Shape shape) {
      return values;
    }

    @Override
    public List<Event> events(Shape shape) {
      return events(CanonicalOrder.of(shape));
    }

    List<Event> events(CanonicalOrder order) {
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < values.length; i++) {
        int index = order.toNir(i);
        if (values[index] != 0f) {
          events.add(new Event(index, values[index], 1));
        }
      }
      return events;
    }
  }
}

package org.spikeledger.simulator.engine;

import java.util.List;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronBits;
import org.spikeledger.simulator.plan.Source;

/** Which neurons of a layer the events of a timestep reached. Written by the layer's runner. */
final class Arrivals {

  private final Source[] sources;
  private final Crossings[] crossings;
  private final Slots slots;
  private final Touched touched;

  Arrivals(Layout layout, List<Source> sources, int layer, Slots slots) {
    this.sources = sources.toArray(Source[]::new);
    this.crossings =
        sources.stream()
            .map(each -> new Crossings(layer, each.binary(), each.constant(), each.pooled()))
            .toArray(Crossings[]::new);
    this.slots = slots;
    this.touched = new Touched(new NeuronBits(layout), new NeuronBits(layout));
  }

  /** The neurons of this timestep; valid until the next one. */
  Touched touched() {
    return touched;
  }

  /** Finds who was reached, and books what crossed edges without weights. */
  void book(Counters counters, int timestep) {
    touched.clear();
    for (int i = 0; i < sources.length; i++) {
      Source source = sources[i];
      if (source.fromConnection()) {
        touched.any().or(slots.touched(source.slot()).any());
        touched.effective().or(slots.touched(source.slot()).effective());
      } else {
        bookOneToOne(source, crossings[i], counters, timestep);
      }
    }
  }

  private void bookOneToOne(Source source, Crossings crossing, Counters counters, int timestep) {
    EventList arriving = slots.events(source.slot());
    long gathered = 0;
    for (int e = 0; e < arriving.count(); e++) {
      int index = arriving.index(e);
      int at = source.permutation().isPresent() ? source.permutation().get().of(index) : index;
      touched.any().set(at);
      touched.effective().set(at);
      gathered += arriving.gathered(e);
    }
    if (source.constant() && timestep > 0) {
      return;
    }
    long events = arriving.count();
    crossing.book(counters, timestep, events, events, events, events, gathered);
  }
}

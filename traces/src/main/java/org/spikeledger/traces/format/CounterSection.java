package org.spikeledger.traces.format;

import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;

/**
 * The counters section: a varint a counter, for each timestep, for each layer, for each primitive
 * in the header's order.
 */
final class CounterSection {

  private CounterSection() {}

  static void write(Counters counters, SectionWriter section) {
    for (int t = 0; t < counters.timesteps(); t++) {
      for (int layer = 0; layer < counters.layers(); layer++) {
        for (Primitive primitive : Primitive.ALL) {
          section.putVarint(counters.get(layer, t, primitive));
        }
      }
    }
  }

  static void read(SectionReader section, Counters counters) {
    for (int t = 0; t < counters.timesteps(); t++) {
      for (int layer = 0; layer < counters.layers(); layer++) {
        for (Primitive primitive : Primitive.ALL) {
          counters.set(layer, t, primitive, section.readCount(primitive.key()));
        }
      }
    }
    section.finish();
  }
}

package org.spikeledger.simulator.run;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.count.Primitive;

/** The counters in which two runs of one network differ, as lines to read. */
final class Differences {

  private Differences() {}

  static List<String> of(RunSummary expected, RunSummary actual) {
    List<String> lines = new ArrayList<>();
    for (int t = 0; t < expected.timesteps(); t++) {
      for (var facts : expected.layers()) {
        int layer = facts.layer().index();
        for (Primitive primitive : Primitive.ALL) {
          long wanted = expected.counts().get(layer, t, primitive);
          long got = actual.counts().get(layer, t, primitive);
          if (wanted != got) {
            lines.add(
                "timestep=%d layer=%s (%s) %s expected=%d actual=%d"
                    .formatted(
                        t, facts.layer().name(), facts.kind(), primitive.key(), wanted, got));
          }
        }
      }
    }
    return lines;
  }
}

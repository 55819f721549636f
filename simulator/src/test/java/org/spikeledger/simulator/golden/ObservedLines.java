package org.spikeledger.simulator.golden;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.Potentials;
import org.spikeledger.simulator.engine.SpikeLog;
import org.spikeledger.simulator.run.RunSummary;

/** What a simulator gave, as lines to read and to compare; counters that are zero are left out. */
final class ObservedLines {

  private ObservedLines() {}

  static List<String> inference(List<String> layers, InferenceRecord record) {
    SpikeLog spikes = record.spikes();
    List<String> lines = new ArrayList<>();
    for (int t = 0; t < spikes.timesteps(); t++) {
      for (int layer = 0; layer < spikes.layers(); layer++) {
        String where = "timestep=" + t + " layer=" + layers.get(layer) + " ";
        lines.add(where + "fired=" + fired(spikes, t, layer));
        for (Primitive primitive : Primitive.ALL) {
          long value = record.counters().get(layer, t, primitive);
          if (value != 0) {
            lines.add(where + primitive.key() + "=" + value);
          }
        }
      }
    }
    List<Float> output = new ArrayList<>();
    for (float potential : record.output()) {
      output.add(potential);
    }
    lines.add("output=" + output);
    return lines;
  }

  static List<String> accesses(RunSummary summary) {
    List<String> lines = new ArrayList<>();
    for (LayerFacts facts : summary.layers()) {
      for (MembraneAccess model : MembraneAccess.values()) {
        lines.add(accesses(facts, model, model.of(facts, summary.counts(), summary.samples())));
      }
    }
    return lines;
  }

  /** Reads, and writes too where they are another number. */
  static String accesses(LayerFacts facts, MembraneAccess model, MembraneAccess.Access access) {
    String line = facts.layer().name() + " " + model.key() + "=" + access.reads();
    return access.reads() == access.writes() ? line : line + " writes=" + access.writes();
  }

  static String potentials(int timestep, String layer, Potentials potentials) {
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < potentials.size(); i++) {
      values.add(potentials.get(i));
    }
    return "timestep=" + timestep + " layer=" + layer + " " + values;
  }

  private static List<String> fired(SpikeLog spikes, int timestep, int layer) {
    List<String> fired = new ArrayList<>();
    for (int i = 0; i < spikes.count(timestep, layer); i++) {
      fired.add(spikes.index(timestep, layer, i) + "*" + spikes.spikes(timestep, layer, i));
    }
    return fired;
  }
}

package org.spikeledger.simulator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.Primitive;

/** What a golden case expects, as lines in the form of {@link ObservedLines}. */
final class ExpectedLines {

  private ExpectedLines() {}

  static List<String> inference(GoldenCase golden, int index) {
    JsonNode inference = golden.content().get("inferences").get(index);
    List<String> lines = new ArrayList<>();
    for (int t = 0; t < golden.timesteps(); t++) {
      for (String layer : golden.layers()) {
        String where = "timestep=" + t + " layer=" + layer + " ";
        lines.add(where + "fired=" + fired(inference.get("spikes").get(t).path(layer)));
        addCounters(inference.get("counters").get(t).path(layer), where, lines);
      }
    }
    lines.add("output=" + floats(inference.get("output")));
    return lines;
  }

  static List<String> accesses(GoldenCase golden) {
    List<String> lines = new ArrayList<>();
    for (String layer : golden.layers()) {
      for (MembraneAccess model : MembraneAccess.values()) {
        JsonNode number = golden.content().get("membraneAccesses").get(layer).get(model.key());
        lines.add(layer + " " + model.key() + "=" + number.longValue());
      }
    }
    return lines;
  }

  /** The potentials after reset, by timestep and layer. */
  static List<String> potentials(GoldenCase golden, int index) {
    JsonNode potentials = golden.content().get("inferences").get(index).get("potentials");
    List<String> lines = new ArrayList<>();
    for (int t = 0; t < golden.timesteps(); t++) {
      for (String layer : golden.layers()) {
        lines.add("timestep=" + t + " layer=" + layer + " " + floats(potentials.get(t).get(layer)));
      }
    }
    return lines;
  }

  private static List<String> fired(JsonNode spikes) {
    List<String> fired = new ArrayList<>();
    spikes.forEach(
        each -> fired.add(each.isArray() ? each.get(0) + "*" + each.get(1) : each + "*1"));
    return fired;
  }

  private static void addCounters(JsonNode counters, String where, List<String> lines) {
    int known = 0;
    for (Primitive primitive : Primitive.ALL) {
      JsonNode value = counters.get(primitive.key());
      if (value != null) {
        known++;
        lines.add(where + primitive.key() + "=" + value.longValue());
      }
    }
    if (known != counters.size()) {
      throw new IllegalStateException("every counter has a primitive's name: " + where + counters);
    }
  }

  private static List<Float> floats(JsonNode values) {
    List<Float> floats = new ArrayList<>();
    values.forEach(value -> floats.add((float) value.asDouble()));
    return floats;
  }
}

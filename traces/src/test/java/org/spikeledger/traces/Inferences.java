package org.spikeledger.traces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.SpikeLog;

/** Everything that an inference holds, as one text that is equal exactly if all bits are. */
final class Inferences {

  private Inferences() {}

  static String text(InferenceRecord record, int label) {
    return "sample %d label %d input %s spikes %s counters %s output %s digest %s"
        .formatted(
            record.sample(),
            label,
            input(record.input()),
            spikes(record.spikes()),
            counters(record.counters()),
            bits(record.output()),
            Arrays.toString(record.digest()));
  }

  private static String input(EncodedInput input) {
    return switch (input) {
      case DirectInput direct -> {
        float[] values = new float[direct.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = direct.value(i);
        }
        yield "direct " + direct.shape() + bits(values);
      }
      case EventInput events -> {
        List<String> all = new ArrayList<>();
        for (int t = 0; t < events.timesteps(); t++) {
          for (int e = events.start(t); e < events.start(t + 1); e++) {
            all.add(t + ":" + events.index(e) + "=" + Float.floatToRawIntBits(events.value(e)));
          }
        }
        yield "events " + events.kind() + events.shape() + events.timesteps() + all;
      }
    };
  }

  private static String spikes(SpikeLog log) {
    List<String> all = new ArrayList<>();
    for (int t = 0; t < log.timesteps(); t++) {
      for (int layer = 0; layer < log.layers(); layer++) {
        for (int i = 0; i < log.count(t, layer); i++) {
          all.add(t + ":" + layer + ":" + log.index(t, layer, i) + "=" + log.spikes(t, layer, i));
        }
      }
    }
    return all.toString();
  }

  private static String counters(Counters counters) {
    List<Long> all = new ArrayList<>();
    for (int t = 0; t < counters.timesteps(); t++) {
      for (int layer = 0; layer < counters.layers(); layer++) {
        for (Primitive primitive : Primitive.ALL) {
          all.add(counters.get(layer, t, primitive));
        }
      }
    }
    return all.toString();
  }

  private static String bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return Arrays.toString(bits);
  }
}

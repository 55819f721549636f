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
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.simulator.engine.SpikeLog;
import org.spikeledger.traces.format.TracedInference;

/** Everything that an inference holds, as one text that is equal exactly if all bits are. */
final class Inferences {

  private Inferences() {}

  static String text(TracedInference inference) {
    InferenceRecord record = inference.record();
    String input =
        record.input() == null ? Arrays.toString(inference.inputDigest()) : input(record.input());
    return text(record, inference.label(), input);
  }

  static String text(InferenceRecord record, int label, boolean inputKept) {
    byte[] digest = record.input().digest();
    return text(record, label, inputKept ? input(record.input()) : Arrays.toString(digest));
  }

  private static String text(InferenceRecord record, int label, String input) {
    return "sample %d label %d input %s spikes %s counters %s output %s potentials %s digest %s"
        .formatted(
            record.sample(),
            label,
            input,
            spikes(record.spikes()),
            counters(record.counters()),
            bits(record.output()),
            potentials(record.potentials(), record.spikes().timesteps()),
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

  private static String potentials(PotentialLog log, int timesteps) {
    List<Integer> all = new ArrayList<>();
    for (int t = 0; t < timesteps; t++) {
      for (int probe = 0; probe < log.probes().size(); probe++) {
        for (int i = 0; i < log.probes().get(probe).neurons().size(); i++) {
          all.add(Float.floatToRawIntBits(log.get(t, probe, i)));
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

package org.spikeledger.traces.replay;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.digest.InferenceDigest;
import org.spikeledger.simulator.digest.RunDigest;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.SpikeLog;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.compare.InferenceComparison;
import org.spikeledger.traces.format.TraceFooter;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TracedInference;

/**
 * Verifies a trace from its first inference to its last, or to the first divergence. Two levels:
 * {@link #content} needs the file alone, {@link #rerun} needs the network too.
 */
public final class TraceVerifier {

  private TraceVerifier() {}

  /**
   * Recomputes every inference digest from the recorded input, spikes, counters and output, and the
   * run digest from these; checks that the spikes that stand in the file are as many as were
   * counted.
   *
   * <p>Where digests cover potentials they cannot be recomputed from the file: then only the counts
   * and the run digest are checked, and {@link Verification#recomputed} is false.
   *
   * @param reader at its first inference
   * @throws org.spikeledger.models.BadInputException if the file is damaged
   */
  public static Verification content(TraceReader reader) {
    TraceHeader header = reader.header();
    InferenceDigest digest = new InferenceDigest();
    return verify(
        reader,
        !header.digestPotentials(),
        inference -> {
          InferenceRecord record = inference.record();
          Optional<Divergence> miscounted = miscounted(header, record);
          if (miscounted.isPresent() || header.digestPotentials()) {
            return miscounted;
          }
          byte[] recomputed = digest.of(inference.inputDigest(), record, null);
          return Arrays.equals(recomputed, record.digest())
              ? Optional.empty()
              : Optional.of(Divergence.ofDigest(record.sample(), record.digest(), recomputed));
        });
  }

  /**
   * Runs every recorded input again and compares all that it gave, the digests too.
   *
   * @param reader at its first inference
   * @param engine of the network that the trace is to be held against; its digests cover potentials
   *     exactly if the header says so
   * @throws org.spikeledger.models.BadInputException if the file is damaged, or the number of
   *     layers, timesteps or outputs is not the header's; {@link TraceHeader#requireLayersOf}
   *     compares all else
   */
  public static Verification rerun(TraceReader reader, Engine engine) {
    InferenceRecord rerun = engine.newRecord();
    InferenceComparison comparison = new InferenceComparison(reader.header());
    comparison.checkShape(rerun);
    return verify(
        reader,
        true,
        inference -> {
          InferenceRecord recorded = inference.record();
          engine.run(recorded.sample(), inference.input(), rerun);
          return comparison.firstDivergence(recorded, rerun);
        });
  }

  /**
   * Checks every inference by a given means, such as {@link LayerReplay#check} or {@link
   * SpikeRecount#check}.
   *
   * @param reader at its first inference
   * @throws org.spikeledger.models.BadInputException if the file is damaged
   */
  public static Verification each(
      TraceReader reader, Function<TracedInference, Optional<Divergence>> check) {
    return verify(reader, true, check);
  }

  private static Verification verify(
      TraceReader reader,
      boolean recomputed,
      Function<TracedInference, Optional<Divergence>> check) {
    RunDigest run = new RunDigest();
    long inferences = 0;
    Optional<Divergence> divergence = Optional.empty();
    Optional<TracedInference> next = reader.next();
    while (next.isPresent() && divergence.isEmpty()) {
      divergence = check.apply(next.get());
      run.add(next.get().record().digest());
      inferences++;
      next = divergence.isEmpty() ? reader.next() : next;
    }
    String runDigest = run.finish();
    if (divergence.isEmpty()) {
      divergence = reader.footer().flatMap(footer -> misstated(footer, runDigest));
    }
    return new Verification(
        inferences, runDigest, reader.footer().isEmpty(), recomputed, divergence);
  }

  private static Optional<Divergence> misstated(TraceFooter footer, String runDigest) {
    return footer.runDigest().equals(runDigest)
        ? Optional.empty()
        : Optional.of(Divergence.ofRunDigest(footer.runDigest(), runDigest));
  }

  private static Optional<Divergence> miscounted(TraceHeader header, InferenceRecord record) {
    for (int t = 0; t < header.timesteps(); t++) {
      for (int layer = 0; layer < header.layers().size(); layer++) {
        long counted = record.counters().get(layer, t, Primitive.SPIKES);
        long standing = spikes(record.spikes(), t, layer);
        if (counted != standing) {
          return Optional.of(
              Divergence.ofCounter(
                  record.sample(),
                  t,
                  header.layers().get(layer).name(),
                  Primitive.SPIKES,
                  counted,
                  standing));
        }
      }
    }
    return Optional.empty();
  }

  private static long spikes(SpikeLog log, int timestep, int layer) {
    long spikes = 0;
    for (int i = 0; i < log.count(timestep, layer); i++) {
      spikes += log.spikes(timestep, layer, i);
    }
    return spikes;
  }
}

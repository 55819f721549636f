package org.spikeledger.traces.store;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.run.InferenceListener;
import org.spikeledger.traces.format.ResultMessage;
import org.spikeledger.traces.record.TraceRecorder;

/**
 * A run that remembers: its engines take from the store what it has, and what they had to simulate
 * is put there. A record that was taken from the store has counters, output and digest, but no
 * spikes: {@code record.spikes().isComplete()} is false. What the run itself put there is simulated
 * again, so that nothing depends on when it is put.
 *
 * <p>The engines read on their threads; {@link #listener} writes on one.
 */
public final class StoredRun {

  private final RunStore store;
  private final String fingerprint;
  private final boolean digestPotentials;
  private final Set<RunKey> put = ConcurrentHashMap.newKeySet();
  private long found;
  private long simulated;

  /**
   * A run over a store that is open for writing.
   *
   * @param fingerprint of the run, 64 hexadecimal digits
   * @param digestPotentials whether inference digests cover potentials
   */
  public StoredRun(RunStore store, String fingerprint, boolean digestPotentials) {
    this.store = store;
    this.fingerprint = fingerprint;
    this.digestPotentials = digestPotentials;
  }

  /** An engine that simulates only what the store has not. */
  public Engine around(Engine engine) {
    return new Engine() {
      @Override
      public void run(long sample, EncodedInput input, InferenceRecord record) {
        RunKey key = key(input);
        store
            .find(key)
            // Whether an equal input of this run was put already is a matter of time.
            .filter(_ -> !put.contains(key))
            .ifPresentOrElse(
                result -> result.fill(record, sample, input),
                () -> engine.run(sample, input, record));
      }

      @Override
      public InferenceRecord newRecord() {
        return engine.newRecord();
      }
    };
  }

  /**
   * A listener that remembers what was simulated, after recording it.
   *
   * @param recorder receives what was simulated, and nothing else
   */
  public InferenceListener listener(Optional<TraceRecorder> recorder) {
    return (record, label) -> {
      if (record.spikes().isComplete()) {
        simulated++;
        recorder.ifPresent(trace -> append(trace, record, label));
        String trace = recorder.map(each -> each.file().toAbsolutePath().toString()).orElse("");
        long inference = recorder.map(TraceRecorder::inferences).orElse(0L) - 1;
        RunKey key = key(record.input());
        put.add(key);
        store.put(key, ResultMessage.write(record, trace, inference));
      } else {
        found++;
      }
    };
  }

  /** What the store points at has to be in its file. */
  private static void append(TraceRecorder trace, InferenceRecord record, int label) {
    trace.onInference(record, label);
    trace.flush();
  }

  private RunKey key(EncodedInput input) {
    return RunKey.of(fingerprint, input.digest(), digestPotentials);
  }

  /** Inferences taken from the store; to be asked when the run has ended. */
  public long found() {
    return found;
  }

  /** Inferences simulated; to be asked when the run has ended. */
  public long simulated() {
    return simulated;
  }
}

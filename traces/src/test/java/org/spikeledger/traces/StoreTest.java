package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.digest.Fingerprint;
import org.spikeledger.simulator.run.InferenceListener;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;
import org.spikeledger.traces.format.StoredResult;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.record.TraceRecorder;
import org.spikeledger.traces.replay.TraceReader;
import org.spikeledger.traces.store.RunStore;
import org.spikeledger.traces.store.StoredRun;

@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoreTest {

  private static final int KILLS = Integer.getInteger("spikeledger.test.kills", 1);

  @TempDir Path folder;
  private final List<String> notes = new ArrayList<>();
  private final Graph graph = SmallNetwork.of(1);

  @Test
  void whatWasPutIsFoundAfterReopening() {
    Path file = folder.resolve("store");
    byte[] large = StoreWriter.result(3, 200);
    try (RunStore store = RunStore.write(file, notes::add)) {
      store.put(StoreWriter.key(1), StoreWriter.result(1, 4));
      store.put(StoreWriter.key(3), large);
      assertEquals(Optional.empty(), store.find(StoreWriter.key(2)));
    }
    try (RunStore store = RunStore.read(file, notes::add)) {
      assertEquals(2, store.size());
      StoredResult found = store.find(StoreWriter.key(3)).orElseThrow();
      assertEquals("trace 3", found.trace());
      assertEquals(3, found.inference());
      assertEquals(200, found.counters().timesteps());
      assertArrayEquals(new float[] {3f, -3f}, found.output());
      assertThrows(BadInputException.class, () -> store.put(StoreWriter.key(4), large));
    }
    assertEquals(List.of(), notes);
  }

  @Test
  void aRunThatIsStartedAgainSimulatesOnlyWhatIsMissingAndTellsTheSame() {
    Path file = folder.resolve("store");
    RunSummary plain = run(40, Optional.empty(), Optional.empty());
    try (RunStore store = RunStore.write(file, notes::add)) {
      StoredRun first = storedRun(store);
      run(25, Optional.of(first), Optional.empty());
      assertEquals(25, first.simulated());
      StoredRun second = storedRun(store);
      Path trace = folder.resolve("trace");
      RunSummary summary = run(40, Optional.of(second), Optional.of(trace));
      assertEquals(25, second.found());
      assertEquals(15, second.simulated());
      assertEquals(plain.digest(), summary.digest());
      assertEquals(plain.counts(), summary.counts());
      assertEquals(plain.accuracy(), summary.accuracy());
      checkPlaces(store, trace);
    }
  }

  @Test
  void whatARunPutItselfIsSimulatedAgainSoThatNothingDependsOnWhenItIsPut() {
    try (RunStore store = RunStore.write(folder.resolve("store"), notes::add)) {
      StoredRun same = storedRun(store);
      RunSummary once = run(10, Optional.of(same), Optional.of(folder.resolve("once")));
      RunSummary again = run(10, Optional.of(same), Optional.of(folder.resolve("again")));
      assertEquals(20, same.simulated());
      assertEquals(0, same.found());
      assertEquals(once.digest(), again.digest());
      StoredRun later = storedRun(store);
      run(10, Optional.of(later), Optional.of(folder.resolve("later")));
      assertEquals(10, later.found());
    }
  }

  /** Each result with a place is the digest of the inference that stands there. */
  private static void checkPlaces(RunStore store, Path trace) {
    List<Long> places = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(trace)) {
      store.forEach(
          (key, result) -> {
            if (!result.trace().isEmpty()) {
              assertEquals(trace.toAbsolutePath().toString(), result.trace());
              reader.seek(result.inference());
              TracedInference found = reader.next().orElseThrow();
              assertArrayEquals(found.record().digest(), result.digest());
              places.add(result.inference());
            }
          });
    }
    assertEquals(15, places.size());
  }

  @Test
  void whatAStoreRemembersIsInTheTraceBeforeTheRecordingEnds() {
    SmallNetwork.Images images = new SmallNetwork.Images(40);
    RunSettings settings = RunSettings.of(4).withLimit(10);
    TraceHeader header = TraceHeader.of(graph, "small", images, settings, "0.1");
    Path trace = folder.resolve("trace");
    try (RunStore store = RunStore.write(folder.resolve("store"), notes::add);
        TraceRecorder recorder = TraceRecorder.create(trace, header)) {
      List<InferenceListener> listeners =
          List.of(
              storedRun(store).listener(Optional.of(recorder)),
              (record, label) ->
                  assertTrue(
                      Traces.read(TraceRecorder.partial(trace)).size() > record.sample(),
                      () -> "sample=" + record.sample()));
      Runner.run(graph, "small", images, settings, listeners);
      assertEquals(10, store.size());
    }
  }

  @Test
  void aStoreHasOneWriterAndSeveralReaders() throws Exception {
    Path file = folder.resolve("store");
    try (RunStore store = RunStore.write(file, notes::add)) {
      store.put(StoreWriter.key(0), StoreWriter.result(0, 4));
      Process writer = ChildProcess.start(StoreWriter.class, "write", file, 1);
      assertEquals("a store has one writer at a time: store=" + file, lastLine(writer));
      Process one = ChildProcess.start(StoreWriter.class, "read", file, 500);
      Process other = ChildProcess.start(StoreWriter.class, "read", file, 500);
      for (int i = 1; i < 500; i++) {
        store.put(StoreWriter.key(i), StoreWriter.result(i, 4));
      }
      assertEquals("read 500", lastLine(one));
      assertEquals("read 500", lastLine(other));
    }
  }

  @Test
  void whatAKilledWriterPutIsThereAfterRecovery() throws Exception {
    Path file = folder.resolve("store");
    int sure = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer = ChildProcess.start(StoreWriter.class, "write", file, sure, 1_000_000);
      BufferedReader lines = writer.inputReader();
      int last = sure;
      for (int i = 0; i < 300 + 50 * kill; i++) {
        last = Integer.parseInt(lines.readLine());
      }
      writer.toHandle().destroyForcibly();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line.isEmpty() ? last : last + 1;
      }
      notes.clear();
      try (RunStore store =
          kill % 2 == 0 ? RunStore.read(file, notes::add) : RunStore.write(file, notes::add)) {
        assertEquals(1, notes.size(), "kill=" + kill);
        assertTrue(notes.getFirst().contains("recovered"), notes.getFirst());
        for (int i = 0; i < last; i++) {
          assertEquals(i, store.find(StoreWriter.key(i)).orElseThrow().inference(), "kill=" + kill);
        }
      }
      sure = last;
    }
    try (RunStore store = RunStore.write(file, notes::add)) {
      assertTrue(store.size() >= sure);
      assertEquals(1, notes.size());
    }
  }

  @Test
  void whatIsNoStoreIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("text"), "no store ".repeat(1000));
    assertThrows(BadInputException.class, () -> RunStore.write(file, notes::add));
    assertThrows(BadInputException.class, () -> RunStore.read(folder.resolve("none"), notes::add));
    assertThrows(BadInputException.class, () -> RunStore.write(folder, notes::add));
  }

  private static String lastLine(Process process) throws IOException, InterruptedException {
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  private StoredRun storedRun(RunStore store) {
    String fingerprint = Fingerprint.of(graph, new SmallNetwork.Images(40).encoder(), 4);
    return new StoredRun(store, fingerprint, false);
  }

  private RunSummary run(int limit, Optional<StoredRun> stored, Optional<Path> trace) {
    SmallNetwork.Images images = new SmallNetwork.Images(40);
    RunSettings settings = RunSettings.of(4).withThreads(2).withLimit(limit);
    if (stored.isEmpty()) {
      return Runner.run(graph, "small", images, settings, List.of());
    }
    TraceHeader header = TraceHeader.of(graph, "small", images, settings, "0.1");
    Path file = trace.orElse(folder.resolve("unwanted"));
    try (TraceRecorder recorder = TraceRecorder.create(file, header)) {
      RunSummary summary =
          Runner.run(
              graph,
              "small",
              images,
              settings,
              stored.get()::around,
              List.of(),
              List.of(stored.get().listener(trace.map(_ -> recorder))));
      if (trace.isPresent()) {
        recorder.complete();
      } else {
        recorder.discard();
      }
      return summary;
    }
  }
}

package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.record.TraceRecorder;
import org.spikeledger.traces.replay.TraceInfo;
import org.spikeledger.traces.replay.TraceReader;
import org.spikeledger.traces.replay.TraceVerifier;
import org.spikeledger.traces.replay.Verification;

class RoundTripTest {

  @TempDir Path folder;

  @Test
  void whatIsReadIsWhatWasRecordedInEveryBit() {
    for (long seed = 0; seed < 60; seed++) {
      RandomRun run = new RandomRun(seed);
      Path file = folder.resolve("run" + seed);
      List<String> recorded = Traces.record(run, file);
      assertEquals(recorded, Traces.read(file), "seed=" + seed);
      try (TraceReader reader = TraceReader.open(file)) {
        assertEquals(run.header(), reader.header(), "seed=" + seed);
        assertEquals(run.inferences(), reader.footer().orElseThrow().inferences());
      }
    }
  }

  @Test
  void theSameRunGivesTheSameBytes() throws Exception {
    for (long seed = 0; seed < 20; seed++) {
      Path one = folder.resolve("one");
      Path other = folder.resolve("other");
      Traces.record(new RandomRun(seed), one);
      Traces.record(new RandomRun(seed), other);
      assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other), "seed=" + seed);
    }
  }

  @Test
  void everyRecordedDigestIsRecomputedFromTheFileAlone() {
    for (long seed = 0; seed < 50; seed++) {
      RandomRun run = new RandomRun(seed);
      Path file = folder.resolve("run");
      Traces.record(run, file);
      try (TraceReader reader = TraceReader.open(file)) {
        Verification verification = TraceVerifier.content(reader);
        assertTrue(verification.agrees(), "seed=" + seed + " " + verification.divergence());
        assertTrue(verification.recomputed());
        assertFalse(verification.truncated());
        assertEquals(run.inferences(), verification.inferences());
      }
    }
  }

  @Test
  void anyInferenceIsFoundByItsNumber() {
    RandomRun run = RandomRun.withSeveralInferences();
    Path file = folder.resolve("run");
    List<String> recorded = Traces.record(run, file);
    try (TraceReader reader = TraceReader.open(file)) {
      for (int i = recorded.size() - 1; i >= 0; i--) {
        reader.seek(i);
        TracedInference found = reader.next().orElseThrow();
        assertEquals(recorded.get(i), Inferences.text(found));
      }
      assertThrows(BadInputException.class, () -> reader.seek(recorded.size() + 1L));
    }
  }

  @Test
  void infoCountsWhatTheFileHolds() throws Exception {
    RandomRun run = RandomRun.withSeveralInferences();
    Path file = folder.resolve("run");
    Traces.record(run, file);
    TraceInfo info = TraceInfo.of(file);
    try (TraceReader reader = TraceReader.open(file)) {
      assertEquals(reader.footer().orElseThrow().spikes(), info.spikes());
    }
    assertEquals(run.inferences(), info.inferences());
    assertEquals(Files.size(file), info.fileBytes());
    assertFalse(info.truncated());
  }

  @Test
  void aRecordingThatIsClosedBeforeItsEndKeepsAllThatItTook() {
    Path file = folder.resolve("run");
    Path partial = folder.resolve("run.partial");
    try (TraceRecorder recorder =
        TraceRecorder.create(file, RandomRun.withSeveralInferences().header())) {
      RandomRun.withSeveralInferences().deliverTo(recorder);
    }
    assertFalse(Files.exists(file));
    assertEquals(RandomRun.withSeveralInferences().inferences(), Traces.read(partial).size());
    assertTrue(TraceInfo.of(partial).truncated());
  }

  @Test
  void aCompletedRecordingLeavesNothingBesideItsFile() throws Exception {
    Traces.record(RandomRun.withSeveralInferences(), folder.resolve("run"));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("run")), files.toList());
    }
  }

  @Test
  void aDiskThatFillsUpEndsTheRecordingWithOneLineAndAReadableFile() throws Exception {
    RandomRun run = RandomRun.withSeveralInferences();
    List<String> whole = Traces.record(run, folder.resolve("whole"));
    for (int blocks = 1; blocks * 1024L < Files.size(folder.resolve("whole")); blocks *= 4) {
      Process recording = limited(blocks, folder.resolve("full" + blocks));
      String said = new String(recording.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(7, recording.waitFor(), said);
      assertEquals(1, said.lines().count(), said);
      assertTrue(said.startsWith("a trace needs a "), said);
      Path partial = folder.resolve("full" + blocks + ".partial");
      assertTrue(Files.size(partial) <= blocks * 1024L);
      if (said.contains("inferences=")) {
        List<String> found = Traces.read(partial);
        assertEquals(whole.subList(0, found.size()), found);
        assertEquals(Files.size(partial), Files.mismatch(partial, folder.resolve("whole")), said);
        assertTrue(said.contains("inferences=" + found.size() + " "), said);
        assertTrue(said.contains("bytes=" + Files.size(partial)), said);
      }
    }
  }

  /** A process that may write files of so many KiB only. */
  private static Process limited(int blocks, Path file) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash to limit files with");
    return new ProcessBuilder(
            "/bin/bash",
            "-c",
            "ulimit -f %d; exec \"$@\"".formatted(blocks),
            "bash",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            LimitedRecording.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void aFullDiskEndsTheRecordingWithOneLine() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no /dev/full");
    Files.createSymbolicLink(folder.resolve("run.partial"), full);
    BadInputException refusal =
        assertThrows(
            BadInputException.class,
            () ->
                TraceRecorder.create(
                    folder.resolve("run"), RandomRun.withSeveralInferences().header()));
    assertTrue(refusal.getMessage().contains("No space left"), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
  }

  @Test
  void aRecordOfAnotherShapeIsRefused() {
    try (TraceRecorder recorder =
        TraceRecorder.create(folder.resolve("run"), new RandomRun(1).header())) {
      assertThrows(
          BadInputException.class, () -> RandomRun.withSeveralInferences().deliverTo(recorder));
    }
  }
}

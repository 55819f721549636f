package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {

  @TempDir Path folder;
  private Path trace;
  private JsonNode run;

  @BeforeEach
  void record() throws IOException {
    SmallData.write(folder);
    trace = folder.resolve("run.trace");
    Spoken spoken =
        Spoken.by(
            "run",
            folder.resolve("small.nir"),
            "--data",
            "idx:" + folder,
            "--per-sample",
            "--record",
            trace,
            "--json");
    assertEquals(0, spoken.exitCode(), spoken.err());
    run = spoken.json();
  }

  @Test
  void infoTellsWhatWasRun() {
    JsonNode info = Spoken.by("trace", "info", trace, "--json").json();
    assertEquals(run.get("fingerprint"), info.get("fingerprint"));
    assertEquals(run.get("inferences").asLong(), info.get("inferences").asLong());
    assertEquals(run.get("totals").get("spikes").asLong(), info.get("spikes").asLong());
    assertFalse(info.get("truncated").asBoolean());
    assertEquals(3, info.get("layers").size());
    assertEquals(0, Spoken.by("trace", "info", trace).exitCode());
  }

  @Test
  void aWholeTraceVerifies() {
    Spoken content = Spoken.by("trace", "verify", trace, "--json");
    assertEquals(0, content.exitCode(), content.err());
    assertTrue(content.json().get("agrees").asBoolean());
    assertEquals(run.get("digest"), content.json().get("digest"));
    for (String engine : new String[] {"event", "reference"}) {
      Spoken rerun =
          Spoken.by(
              "trace",
              "verify",
              trace,
              "--network",
              folder.resolve("small.nir"),
              "--engine",
              engine);
      assertEquals(0, rerun.exitCode(), rerun.out() + rerun.err());
    }
  }

  @Test
  void aTraceOfAnotherNetworkIsAnsweredWithNo() throws IOException {
    Path other = folder.resolve("other");
    Files.createDirectory(other);
    OtherNetwork.write(folder.resolve("small.nir"), other.resolve("other.nir"));
    Spoken spoken =
        Spoken.by("trace", "verify", trace, "--network", other.resolve("other.nir"), "--json");
    assertEquals(1, spoken.exitCode(), spoken.out() + spoken.err());
    assertFalse(spoken.json().get("agrees").asBoolean());
    assertTrue(spoken.json().get("divergence").has("layer"));
  }

  @Test
  void aTraceCutShortIsAnsweredWithNo() throws IOException {
    byte[] whole = Files.readAllBytes(trace);
    Path cut = folder.resolve("cut.trace");
    Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
    Spoken spoken = Spoken.by("trace", "verify", cut, "--json");
    assertEquals(1, spoken.exitCode(), spoken.err());
    assertTrue(spoken.json().get("truncated").asBoolean());
    assertTrue(Spoken.by("trace", "info", cut).err().contains("cut"));
  }

  @Test
  void replayShowsTheRecordedInference() {
    JsonNode sample = run.get("samples").get(3);
    JsonNode replay = Spoken.by("trace", "replay", trace, "--inference", 3, "--json").json();
    assertEquals(sample.get("digest"), replay.get("digest"));
    assertEquals(sample.get("prediction"), replay.get("prediction"));
    assertEquals(6, replay.get("steps").size());
    long spikes = 0;
    for (JsonNode step : replay.get("steps")) {
      spikes += step.get("layer").asText().equals("second") ? step.get("spikes").asLong() : 0;
    }
    assertEquals(sample.get("spikes").get("second").asLong(), spikes);
  }

  @Test
  void replayOfWhatIsNotThereIsRefused() {
    assertEquals(2, Spoken.by("trace", "replay", trace, "--inference", 7).exitCode());
    assertEquals(2, Spoken.by("trace", "replay", trace, "--inference", -1).exitCode());
    Spoken layer = Spoken.by("trace", "replay", trace, "--layer", "nobody");
    assertEquals(2, layer.exitCode());
    assertTrue(layer.err().contains("layer=nobody"), layer.err());
  }

  @Test
  void energyIsTheSameFromTheRunAndFromItsTrace() {
    JsonNode fromRun =
        Spoken.by("energy", folder.resolve("small.nir"), "--data", "idx:" + folder, "--json")
            .json();
    JsonNode fromTrace = Spoken.by("energy", "--trace", trace, "--json").json();
    assertEquals(fromRun.get("models"), fromTrace.get("models"));
  }
}

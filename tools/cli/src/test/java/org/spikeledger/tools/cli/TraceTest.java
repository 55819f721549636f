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
  void oneLayerAloneAndARecountAgree() {
    Path network = folder.resolve("small.nir");
    Spoken layer = Spoken.by("trace", "verify", trace, "--network", network, "--layer", "second");
    assertEquals(0, layer.exitCode(), layer.out() + layer.err());
    Spoken recount =
        Spoken.by("trace", "verify", trace, "--network", network, "--recount", "--json");
    assertEquals(0, recount.exitCode(), recount.out() + recount.err());
    for (int i = 0; i < 3; i++) {
      assertEquals(
          run.get("layers").get(i).get("membraneAccesses"),
          recount.json().get("layers").get(i).get("membraneAccesses"));
    }
    assertEquals(2, Spoken.by("trace", "verify", trace, "--recount").exitCode());
  }

  @Test
  void whoHasNoWeightsCountsAgainByTheirPattern() {
    Path pattern = folder.resolve("pattern.nir");
    Spoken converted =
        Spoken.by("nir", "convert", folder.resolve("small.nir"), pattern, "--pattern");
    assertEquals(0, converted.exitCode(), converted.err());
    Spoken recount = Spoken.by("trace", "verify", trace, "--network", pattern, "--recount");
    assertEquals(0, recount.exitCode(), recount.out() + recount.err());
    assertEquals(1, Spoken.by("trace", "verify", trace, "--network", pattern).exitCode());
  }

  @Test
  void comparingFindsWhereTwoRunsPart() throws IOException {
    assertEquals(0, Spoken.by("trace", "compare", trace, trace).exitCode());
    Path other = folder.resolve("other.nir");
    OtherNetwork.write(folder.resolve("small.nir"), other);
    Path otherTrace = folder.resolve("other.trace");
    Spoken.by("run", other, "--data", "idx:" + folder, "--record", otherTrace);
    Spoken spoken =
        Spoken.by(
            "trace",
            "compare",
            trace,
            otherTrace,
            "--network-a",
            folder.resolve("small.nir"),
            "--network-b",
            other,
            "--json");
    assertEquals(1, spoken.exitCode(), spoken.err());
    assertTrue(spoken.json().get("differing").asLong() > 0);
    assertTrue(spoken.json().get("divergence").get("neuron").asLong() >= 0);
    assertTrue(spoken.json().get("potentialA").isNumber());
    assertTrue(spoken.json().get("potentialB").isNumber());
  }

  @Test
  void probedPotentialsAreReplayed() {
    Path probed = folder.resolve("probed.trace");
    Spoken.by(
        "run",
        folder.resolve("small.nir"),
        "--data",
        "idx:" + folder,
        "--record",
        probed,
        "--probe",
        "second:3",
        "--probe",
        "output");
    JsonNode steps = Spoken.by("trace", "replay", probed, "--json").json().get("steps");
    assertEquals(0, steps.get(0).get("potentials").size());
    assertTrue(steps.get(1).get("potentials").get("3").isNumber());
    assertEquals(10, steps.get(2).get("potentials").size());
    Spoken refused =
        Spoken.by(
            "run",
            folder.resolve("small.nir"),
            "--data",
            "idx:" + folder,
            "--record",
            probed,
            "--probe",
            "second:99");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("probe=second:99 neurons=12"), refused.err());
  }

  @Test
  void exportsAndListsNameWhatTheyHold() throws IOException {
    Path tables = folder.resolve("tables");
    Spoken csv = Spoken.by("trace", "export", trace, "--format", "csv", "--out", tables, "--json");
    assertEquals(7, csv.json().get("inferences").asInt(), csv.err());
    long spikes = run.get("totals").get("spikes").asLong();
    assertEquals(1 + spikes, Files.readAllLines(tables.resolve("spikes.csv")).size());
    Path data = folder.resolve("data.h5");
    Spoken nirData =
        Spoken.by("trace", "export", trace, "--format", "nirdata", "--out", data, "--count", 2);
    assertEquals(0, nirData.exitCode(), nirData.err());
    assertTrue(Files.size(data) > 0);
    JsonNode traces = Spoken.by("trace", "list", folder, "--json").json().get("traces");
    assertEquals(1, traces.size());
    assertEquals(spikes, traces.get(0).get("spikes").asLong());
  }

  @Test
  void aRunWithAStoreIsNotRunTwice() {
    Path store = folder.resolve("store");
    String network = folder.resolve("small.nir").toString();
    String data = "idx:" + folder;
    Spoken first =
        Spoken.by("run", network, "--data", data, "--store", store, "--limit", 4, "--json");
    assertEquals(4, first.json().get("store").get("run").asInt(), first.err());
    Path rest = folder.resolve("rest.trace");
    Spoken second =
        Spoken.by(
            "run",
            network,
            "--data",
            data,
            "--store",
            store,
            "--record",
            rest,
            "--per-sample",
            "--json");
    assertTrue(second.err().contains("store: found=4 run=3 results=7"), second.err());
    assertEquals(run.get("digest"), second.json().get("digest"));
    assertEquals(run.get("totals"), second.json().get("totals"));
    assertEquals(run.get("samples"), second.json().get("samples"));
    Spoken third =
        Spoken.by("run", network, "--data", data, "--store", store, "--record", rest, "--json");
    assertEquals(7, third.json().get("store").get("found").asInt());
    assertFalse(Files.exists(folder.resolve("rest.trace.2")));
    JsonNode runs = Spoken.by("trace", "list", "--store", store, "--json").json().get("runs");
    assertEquals(7, runs.get(0).get("results").asInt());
    assertEquals(rest.toAbsolutePath().toString(), runs.get(0).get("traces").get(0).asText());
  }

  @Test
  void theListOfAStoreNamesWhatAKilledRecordingLeft() throws Exception {
    Path store = folder.resolve("store-of-killed");
    Path file = folder.resolve("killed.trace");
    Spoken.by(
        "run",
        folder.resolve("small.nir"),
        "--data",
        "idx:" + folder,
        "--store",
        store,
        "--record",
        file);
    Path partial = Files.move(file, folder.resolve("killed.trace.partial"));
    JsonNode runs = Spoken.by("trace", "list", "--store", store, "--json").json().get("runs");
    assertEquals(partial.toAbsolutePath().toString(), runs.get(0).get("traces").get(0).asText());
    Files.delete(partial);
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

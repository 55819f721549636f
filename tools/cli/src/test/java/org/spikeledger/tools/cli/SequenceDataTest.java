package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that changes over time, as it is named on the command line. */
class SequenceDataTest {

  private static final int VALUES = 2 * 3 * 64;

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    SmallData.write(folder);
    byte[] spikes = new byte[VALUES];
    for (int i = 0; i < VALUES; i += 3) {
      spikes[i] = 1;
    }
    npy("spikes.npy", "2, 3, 1, 8, 8", spikes);
    npy("labels.npy", "2,", new byte[] {4, 7});
    Files.writeString(folder.resolve("events.csv"), "x,y,p,t\n1,2,1,0\n1,2,1,1\n7,7,0,999\n");
  }

  private void npy(String name, String shape, byte[] values) throws IOException {
    byte[] header =
        "{'descr': '|u1', 'fortran_order': False, 'shape': (%s)}"
            .formatted(shape)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] content = new byte[10 + header.length + values.length];
    System.arraycopy("\u0093NUMPY\u0001".getBytes(StandardCharsets.ISO_8859_1), 0, content, 0, 7);
    content[8] = (byte) header.length;
    System.arraycopy(header, 0, content, 10, header.length);
    System.arraycopy(values, 0, content, 10 + header.length, values.length);
    Files.write(folder.resolve(name), content);
  }

  private JsonNode run(Object... more) {
    Object[] arguments = new Object[more.length + 3];
    arguments[0] = "run";
    arguments[1] = folder.resolve("unsaid.nir");
    arguments[2] = "--json";
    System.arraycopy(more, 0, arguments, 3, more.length);
    Spoken spoken = Spoken.by(arguments);
    assertEquals(0, spoken.exitCode(), spoken.err());
    return spoken.json();
  }

  @Test
  void anArrayRunsForItsTimestepsWithoutLabels() {
    JsonNode json = run("--data", "npy:" + folder.resolve("spikes.npy"));
    assertEquals(2, json.get("samples").asInt());
    assertEquals(3, json.get("timesteps").asInt());
    assertTrue(json.path("accuracy").isNull() || json.path("accuracy").isMissingNode());
    assertEquals(VALUES / 3, json.get("layers").get(0).get("eventsIn").asInt());
    assertTrue(json.get("layers").get(0).get("accumulates").asInt() > 0);
  }

  @Test
  void labelsAreASecondArray() {
    JsonNode json =
        run(
            "--data",
            "npy:" + folder.resolve("spikes.npy"),
            "--labels",
            folder.resolve("labels.npy"));
    assertTrue(json.get("accuracy").isNumber());
  }

  @Test
  void aLabelThatNoOutputStandsForIsWarnedOfAndCountsAsWrong() throws IOException {
    npy("many.npy", "2,", new byte[] {10, 99});
    String data = "npy:" + folder.resolve("spikes.npy");
    Path labels = folder.resolve("many.npy");
    Spoken spoken =
        Spoken.by(
            "run", folder.resolve("unsaid.nir"), "--data", data, "--labels", labels, "--json");
    assertEquals(0, spoken.exitCode(), spoken.err());
    assertTrue(spoken.err().contains("label=10 outputs=10 sample=0"), spoken.err());
    assertEquals(0, spoken.json().get("accuracy").asDouble());
  }

  @Test
  void whatOtherDataHasIsRefused() {
    String array = "npy:" + folder.resolve("spikes.npy");
    assertRefused("--window=3", "--data", array, "--window", 3);
    assertRefused("--window=3", "--data", "idx:" + folder, "--window", 3);
    assertRefused("--labels=", "--data", "idx:" + folder, "--labels", "labels.npy");
  }

  private void assertRefused(String expected, Object... more) {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = "run";
    arguments[1] = folder.resolve("small.nir");
    System.arraycopy(more, 0, arguments, 2, more.length);
    Spoken spoken = Spoken.by(arguments);
    assertEquals(2, spoken.exitCode(), spoken.err());
    assertTrue(spoken.err().contains(expected), spoken.err());
  }

  @Test
  void eventsAreBinnedIntoTheTimestepsAskedFor() {
    String data = "events:" + folder.resolve("events.csv");
    JsonNode parts = run("--data", data, "--timesteps", 4);
    assertEquals(2, parts.get("layers").get(0).get("eventsIn").asInt(), "two at one place");
    assertTrue(parts.get("layers").get(0).get("multiplyAccumulates").asInt() > 0);
    JsonNode window = run("--data", data, "--timesteps", 4, "--window", 1);
    assertEquals(2, window.get("layers").get(0).get("eventsIn").asInt(), "one is too late");
    assertNotEquals(parts.get("fingerprint"), window.get("fingerprint"));
  }

  @Test
  void imagesMayBeEncodedAsSpikesWithASeed() {
    String data = "idx:" + folder;
    JsonNode first = run("--data", data, "--encoding", "rate", "--timesteps", 4);
    JsonNode again = run("--data", data, "--encoding", "rate", "--timesteps", 4, "--seed", 0);
    JsonNode other = run("--data", data, "--encoding", "rate", "--timesteps", 4, "--seed", 1);
    assertEquals(first.get("digest"), again.get("digest"));
    assertNotEquals(first.get("digest"), other.get("digest"));
    assertNotEquals(first.get("fingerprint"), other.get("fingerprint"));
    assertTrue(first.get("layers").get(0).get("accumulates").asInt() > 0);
    assertNotEquals(
        first.get("digest"),
        run("--data", data, "--encoding", "latency", "--timesteps", 4).get("digest"));
    Spoken events =
        Spoken.by(
            "run",
            folder.resolve("unsaid.nir"),
            "--data",
            data,
            "--encoding",
            "events",
            "--timesteps",
            1);
    assertEquals(2, events.exitCode());
    assertTrue(events.err().contains("images hold no events"), events.err());
  }

  @Test
  void aStrictReaderRefusesWhatAnotherWarnsOf() {
    String data = "npy:" + folder.resolve("spikes.npy");
    Path unsaid = folder.resolve("unsaid.nir");
    Path bare = folder.resolve("bare.nir");
    assertEquals(0, Spoken.by("nir", "convert", unsaid, bare, "--drop-metadata").exitCode());
    assertEquals(0, Spoken.by("run", unsaid, "--data", data, "--strict").exitCode());
    Spoken lenient = Spoken.by("run", bare, "--data", data);
    assertEquals(0, lenient.exitCode(), lenient.err());
    assertTrue(lenient.err().contains("warning"), lenient.err());
    Spoken strict = Spoken.by("run", bare, "--data", data, "--strict");
    assertEquals(2, strict.exitCode(), strict.err());
  }

  @Test
  void whatDoesNotFitIsOneLine() {
    for (String data : new String[] {"npy:", "npy:missing.npy", "events:missing.csv", "events:"}) {
      Spoken spoken =
          Spoken.by("run", folder.resolve("small.nir"), "--data", data, "--timesteps", 2);
      assertEquals(2, spoken.exitCode(), data);
      assertEquals(1, spoken.err().lines().count(), spoken.err());
    }
    Spoken spoken =
        Spoken.by(
            "run", folder.resolve("small.nir"), "--data", "npy:" + folder.resolve("labels.npy"));
    assertEquals(2, spoken.exitCode());
    assertTrue(spoken.err().contains("an array of samples is"), spoken.err());
  }
}

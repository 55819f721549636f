package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.run.EngineChoice;
import org.spikeledger.simulator.run.EngineFactory;
import org.spikeledger.simulator.run.Parallelism;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.compare.Divergence.What;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.record.TraceRecorder;
import org.spikeledger.traces.replay.ReplayStep;
import org.spikeledger.traces.replay.TraceInfo;
import org.spikeledger.traces.replay.TraceReader;
import org.spikeledger.traces.replay.TraceReplay;
import org.spikeledger.traces.replay.TraceVerifier;
import org.spikeledger.traces.replay.Verification;

class RecordedRunTest {

  private static final RunSettings SETTINGS = RunSettings.of(4);
  private static final SmallNetwork.Images IMAGES = new SmallNetwork.Images(40);

  @TempDir Path folder;
  private final Graph graph = SmallNetwork.of(1);

  @Test
  void threadsKernelsAndEnginesGiveTheSameBytes() throws Exception {
    record(SETTINGS, folder.resolve("one"));
    byte[] one = Files.readAllBytes(folder.resolve("one"));
    for (RunSettings other :
        List.of(
            SETTINGS.withThreads(2),
            SETTINGS.withThreads(3).withParallelism(Parallelism.LATENCY),
            SETTINGS.withThreads(3).withKernel(KernelChoice.SCALAR),
            SETTINGS.withKernel(KernelChoice.VECTOR128),
            SETTINGS.withEngine(EngineChoice.REFERENCE))) {
      record(other, folder.resolve("other"));
      assertArrayEquals(one, Files.readAllBytes(folder.resolve("other")), other.toString());
    }
  }

  @Test
  void aHeaderBelongsToNetworksWithLayersAsItSays() {
    TraceHeader header = TraceHeader.of(graph, "small", IMAGES, SETTINGS, "0.1");
    header.requireLayersOf(graph);
    header.requireLayersOf(SmallNetwork.withOneClassBiasChanged(graph, 2));
    Linear smaller = new Linear(Tensor.of(Shape.of(20, 64), new float[20 * 64]));
    Graph other = graph.toBuilder().replace("linear", smaller).build();
    BadInputException refused =
        assertThrows(BadInputException.class, () -> header.requireLayersOf(other));
    assertTrue(
        refused.getMessage().endsWith("layer=second nonZeroWeights recorded=1280 found=0"),
        refused.getMessage());
  }

  @Test
  void theTraceAndTheRunTellTheSame() {
    Path file = folder.resolve("run");
    RunSummary summary = record(SETTINGS.withThreads(2), file);
    try (TraceReader reader = TraceReader.open(file)) {
      assertEquals(summary.fingerprint(), reader.header().fingerprint());
      assertEquals(summary.digest(), reader.footer().orElseThrow().runDigest());
      assertEquals(
          summary.layers(), reader.header().layers().stream().map(layer -> layer.facts()).toList());
      assertEquals(summary.digest(), TraceVerifier.content(reader).runDigest());
    }
    assertEquals(summary.counts().total(Primitive.SPIKES), TraceInfo.of(file).spikes());
    assertTrue(TraceInfo.of(file).spikes() > 0);
  }

  @Test
  void aRerunOfTheSameNetworkAgrees() {
    Path file = folder.resolve("run");
    record(SETTINGS, file);
    Verification verification = rerun(file, graph, SETTINGS);
    assertTrue(verification.agrees(), () -> verification.divergence().toString());
    assertEquals(IMAGES.size(), verification.inferences());
  }

  @Test
  void digestsOverPotentialsAreVerifiedByRunningAgain() {
    RunSettings settings = SETTINGS.withDigestPotentials();
    Path file = folder.resolve("run");
    record(settings, file);
    try (TraceReader reader = TraceReader.open(file)) {
      Verification content = TraceVerifier.content(reader);
      assertTrue(content.agrees());
      assertFalse(content.recomputed());
    }
    assertTrue(rerun(file, graph, settings).agrees());
    Divergence divergence =
        rerun(file, SmallNetwork.withOneClassBiasChanged(graph, 0), settings)
            .divergence()
            .orElseThrow();
    assertEquals(0, divergence.sample());
  }

  @Test
  void aRerunFindsWrongCountersAlsoWhereTheDigestIsRight() {
    Path file = folder.resolve("run");
    TraceHeader header = TraceHeader.of(graph, "small", IMAGES, SETTINGS, "0.1");
    try (TraceRecorder recorder = TraceRecorder.create(file, header)) {
      Runner.run(
          graph,
          "small",
          IMAGES,
          SETTINGS,
          List.of(
              (record, label) -> {
                record.counters().add(0, 2, Primitive.ACCUMULATES, record.sample() == 7 ? 1 : 0);
                recorder.onInference(record, label);
              }));
      recorder.complete();
    }
    Divergence found = rerun(file, graph, SETTINGS).divergence().orElseThrow();
    assertEquals(7, found.sample());
    assertEquals(2, found.timestep());
    assertEquals(What.COUNTER, found.what());
  }

  @Test
  void aWeightChangedByOneUnitInTheLastPlaceIsFoundAtTheSpikeThatItCauses() {
    Path file = folder.resolve("run");
    SmallNetwork.Images images = new SmallNetwork.Images(3);
    record(SmallNetwork.atThreshold(0.75f), images, SETTINGS, file);
    assertTrue(rerun(file, SmallNetwork.atThreshold(0.75f), SETTINGS).agrees());
    Verification verification = rerun(file, SmallNetwork.atThreshold(Math.nextUp(0.75f)), SETTINGS);
    Divergence expected = new Divergence(0, What.SPIKES, 0, "neurons", 2, "0", "1");
    assertEquals(expected, verification.divergence().orElseThrow());
    assertEquals(
        "spikes differs: sample=0 timestep=0 layer=neurons neuron=2 recorded=0 found=1",
        expected.describe());
  }

  @Test
  void aBiasChangedByOneUnitInTheLastPlaceIsFoundInTheOutput() {
    Path file = folder.resolve("run");
    record(SETTINGS, file);
    Divergence divergence =
        rerun(file, SmallNetwork.withOneClassBiasChanged(graph, 3), SETTINGS)
            .divergence()
            .orElseThrow();
    assertEquals(What.OUTPUT, divergence.what());
    assertEquals("output", divergence.layer());
    assertEquals(3, divergence.neuron());
  }

  @Test
  void anotherNetworkDivergesAtItsFirstOtherSpike() {
    Path file = folder.resolve("run");
    record(SETTINGS, file);
    Graph other = SmallNetwork.of(2);
    Divergence divergence = rerun(file, other, SETTINGS).divergence().orElseThrow();
    assertEquals(What.SPIKES, divergence.what());
    assertEquals(firstDifference(graph, other, IMAGES, SETTINGS, 0), divergence);
    assertTrue(divergence.describe().startsWith("spikes differs: sample=0 timestep=0 layer=first"));
  }

  @Test
  void aNetworkOfAnotherShapeIsRefused() {
    Path file = folder.resolve("run");
    record(SETTINGS, file);
    assertThrows(BadInputException.class, () -> rerun(file, graph, RunSettings.of(5)));
  }

  @Test
  void aReplayStepsThroughTheSpikesOfTheRun() {
    Path file = folder.resolve("run");
    record(SETTINGS, file);
    InferenceRecord expected = run(graph, IMAGES, SETTINGS, 7);
    try (TraceReader reader = TraceReader.open(file)) {
      reader.seek(7);
      TraceReplay replay = new TraceReplay(reader.header(), reader.next().orElseThrow());
      int steps = 0;
      for (ReplayStep step : replay) {
        assertEquals(steps / 3, step.timestep());
        assertEquals(steps % 3, step.layer().facts().layer().index());
        assertEquals(expected.spikes().count(step.timestep(), steps % 3), step.firing());
        for (int i = 0; i < step.firing(); i++) {
          assertEquals(
              expected.spikes().index(step.timestep(), steps % 3, i), step.canonicalIndex(i));
          assertEquals(1, step.spikes(i));
        }
        steps++;
      }
      assertEquals(12, steps);
    }
  }

  /** The first difference by comparing dense maps neuron by neuron, then outputs. */
  private static Divergence firstDifference(
      Graph left, Graph right, SmallNetwork.Images images, RunSettings settings, long sample) {
    InferenceRecord a = run(left, images, settings, (int) sample);
    InferenceRecord b = run(right, images, settings, (int) sample);
    int[] neurons = {4 * 8 * 8, 20};
    String[] names = {"first", "second"};
    for (int t = 0; t < settings.timesteps(); t++) {
      for (int layer = 0; layer < 2; layer++) {
        boolean[] fired = fired(a, t, layer, neurons[layer]);
        boolean[] firedThen = fired(b, t, layer, neurons[layer]);
        for (int n = 0; n < neurons[layer]; n++) {
          if (fired[n] != firedThen[n]) {
            int nir = layer == 0 ? n % 4 * 64 + n / 4 : n;
            String was = fired[n] ? "1" : "0";
            String is = firedThen[n] ? "1" : "0";
            return new Divergence(sample, What.SPIKES, t, names[layer], nir, was, is);
          }
        }
      }
    }
    throw new AssertionError("equal spikes, but other digests: sample=" + sample);
  }

  private static boolean[] fired(InferenceRecord record, int timestep, int layer, int neurons) {
    boolean[] fired = new boolean[neurons];
    for (int i = 0; i < record.spikes().count(timestep, layer); i++) {
      fired[record.spikes().index(timestep, layer, i)] = true;
    }
    return fired;
  }

  private static InferenceRecord run(
      Graph graph, SmallNetwork.Images images, RunSettings settings, int sample) {
    Engine engine = new EngineFactory(graph, ValueKind.ANALOG, settings).create();
    InferenceRecord record = engine.newRecord();
    engine.run(sample, images.input(sample), record);
    return record;
  }

  private static Verification rerun(Path file, Graph graph, RunSettings settings) {
    try (TraceReader reader = TraceReader.open(file)) {
      return TraceVerifier.rerun(
          reader, new EngineFactory(graph, ValueKind.ANALOG, settings).create());
    }
  }

  private RunSummary record(RunSettings settings, Path file) {
    return record(graph, IMAGES, settings, file);
  }

  private static RunSummary record(
      Graph graph, SmallNetwork.Images images, RunSettings settings, Path file) {
    TraceHeader header = TraceHeader.of(graph, "small", images, settings, "0.1");
    try (TraceRecorder recorder = TraceRecorder.create(file, header)) {
      RunSummary summary = Runner.run(graph, "small", images, settings, List.of(recorder));
      recorder.complete();
      return summary;
    }
  }
}

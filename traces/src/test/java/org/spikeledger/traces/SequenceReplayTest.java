package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.reference.ReferenceEngine;
import org.spikeledger.simulator.run.EngineChoice;
import org.spikeledger.simulator.run.Parallelism;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.Runner;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.record.TraceRecorder;
import org.spikeledger.traces.replay.LayerReplay;
import org.spikeledger.traces.replay.ReplayStep;
import org.spikeledger.traces.replay.SpikeRecount;
import org.spikeledger.traces.replay.TraceReader;
import org.spikeledger.traces.replay.TraceReplay;
import org.spikeledger.traces.replay.TraceVerifier;

/** Sequences through synaptic currents, delays, cycles, several spikes and values that flow. */
class SequenceReplayTest {

  private static final int SEEDS = 12;
  private static final int TIMESTEPS = 8;

  @TempDir Path folder;

  @Test
  void everyLayerAloneDoesWhatWasRecorded() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Graph graph = SequenceNetwork.of(seed);
      Path file = record(graph, seed, settings(), "run");
      for (String layer : layers(file)) {
        assertEquals(List.of(), divergences(file, graph, layer), "seed=" + seed + " " + layer);
      }
    }
  }

  @Test
  void countersFollowFromTheRecordedSpikesAlone() {
    long several = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Graph graph = SequenceNetwork.of(seed);
      Path file = record(graph, seed, settings(), "run");
      try (TraceReader reader = TraceReader.open(file)) {
        SpikeRecount recount = new SpikeRecount(graph, reader.header());
        for (TracedInference each = next(reader); each != null; each = next(reader)) {
          assertEquals(
              each.record().counters().snapshot(), recount.of(each).snapshot(), "seed=" + seed);
          for (ReplayStep step : new TraceReplay(reader.header(), each)) {
            several += step.firing() > 0 && step.spikes(0) > 1 ? 1 : 0;
          }
        }
      }
    }
    assertTrue(several > 0, "no neuron ever gave several spikes");
  }

  @Test
  void aWeightOnACycleIsFoundInItsOwnLayerAlone() {
    int found = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Graph graph = SequenceNetwork.of(seed);
      Path file = record(graph, seed, settings(), "run");
      Graph other = SequenceNetwork.withOneRecurrentWeightChanged(graph);
      for (String layer : layers(file)) {
        List<Divergence> divergences = divergences(file, other, layer);
        if (layer.equals("neurons")) {
          found += divergences.isEmpty() ? 0 : 1;
        } else {
          assertEquals(List.of(), divergences, "seed=" + seed + " " + layer);
        }
      }
    }
    assertTrue(found > 0, "no other weight was ever found");
  }

  @Test
  void potentialsAreThoseOfThePlainReferenceAndOfEachLayerAlone() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Graph graph = SequenceNetwork.of(seed);
      Path bare = record(graph, seed, settings(), "bare");
      List<ProbedLayer> probes;
      try (TraceReader reader = TraceReader.open(bare)) {
        probes = reader.header().layers().stream().map(SequenceReplayTest::all).toList();
      }
      Path file = record(graph, seed, settings().withThreads(2).withProbes(probes), "probed");
      try (TraceReader reader = TraceReader.open(file)) {
        List<LayerReplay> alone = alone(graph, reader.header());
        for (TracedInference each = next(reader); each != null; each = next(reader)) {
          List<String> recorded = recordedPotentials(reader.header(), each);
          String where = "seed=" + seed + " inference=" + each.record().sample();
          assertEquals(referencePotentials(graph, reader.header(), each), recorded, where);
          for (LayerReplay layer : alone) {
            layer.run(each);
          }
          assertEquals(computedAlone(alone, reader.header()), recorded, where);
        }
      }
    }
  }

  @Test
  void theSameBytesComeFromEveryKernelEngineAndSharingOfThreads() throws Exception {
    for (long seed = 0; seed < 8; seed++) {
      Graph graph = SequenceNetwork.of(seed);
      byte[] expected = Files.readAllBytes(record(graph, seed, settings(), "run"));
      for (RunSettings other :
          List.of(
              settings().withThreads(3),
              settings().withThreads(3).withParallelism(Parallelism.LATENCY),
              settings().withKernel(KernelChoice.SCALAR),
              settings().withEngine(EngineChoice.REFERENCE))) {
        byte[] found = Files.readAllBytes(record(graph, seed, other, "other"));
        assertTrue(Arrays.equals(expected, found), "seed=" + seed + " " + other);
      }
    }
  }

  @Test
  void theContentVerifies() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Path file = record(SequenceNetwork.of(seed), seed, settings(), "run");
      try (TraceReader reader = TraceReader.open(file)) {
        assertTrue(TraceVerifier.content(reader).agrees(), "seed=" + seed);
      }
    }
  }

  private static RunSettings settings() {
    return RunSettings.of(TIMESTEPS);
  }

  private Path record(Graph graph, long seed, RunSettings settings, String name) {
    ValueKind kind = seed % 2 == 0 ? ValueKind.BINARY : ValueKind.GRADED;
    SequenceNetwork.Sequences inputs = new SequenceNetwork.Sequences(6, kind);
    Path file = folder.resolve(name);
    TraceHeader header = TraceHeader.of(graph, "sequence", inputs, settings, "0.1");
    try (TraceRecorder recorder = TraceRecorder.create(file, header)) {
      Runner.run(graph, "sequence", inputs, settings, List.of(recorder));
      recorder.complete();
    }
    return file;
  }

  private static List<String> layers(Path file) {
    try (TraceReader reader = TraceReader.open(file)) {
      return reader.header().layers().stream().map(TraceLayer::name).toList();
    }
  }

  private static ProbedLayer all(TraceLayer layer) {
    return new ProbedLayer(layer.index(), IntStream.range(0, layer.neurons()).boxed().toList());
  }

  private static List<LayerReplay> alone(Graph graph, TraceHeader header) {
    return header.layers().stream()
        .map(layer -> new LayerReplay(graph, header, layer.name(), KernelChoice.AUTO))
        .toList();
  }

  private static List<Divergence> divergences(Path file, Graph graph, String layer) {
    try (TraceReader reader = TraceReader.open(file)) {
      LayerReplay replay = new LayerReplay(graph, reader.header(), layer, KernelChoice.AUTO);
      List<Divergence> all = new ArrayList<>();
      for (TracedInference each = next(reader); each != null; each = next(reader)) {
        Optional<Divergence> found = replay.check(each);
        found.ifPresent(all::add);
      }
      return all;
    }
  }

  private static List<String> recordedPotentials(TraceHeader header, TracedInference inference) {
    List<String> all = new ArrayList<>();
    for (ReplayStep step : new TraceReplay(header, inference)) {
      for (int i = 0; i < step.probed(); i++) {
        all.add(potential(step.timestep(), step.layer(), i, step.potential(i)));
      }
    }
    return all;
  }

  private static List<String> referencePotentials(
      Graph graph, TraceHeader header, TracedInference inference) {
    String[][] byStep = new String[TIMESTEPS][header.layers().size()];
    ReferenceEngine engine =
        new ReferenceEngine(
            graph,
            header.inputKind(),
            TIMESTEPS,
            (timestep, layer, potentials) -> {
              StringBuilder text = new StringBuilder();
              for (int i = 0; i < potentials.size(); i++) {
                TraceLayer where = header.layers().get(layer);
                text.append(potential(timestep, where, i, potentials.get(i))).append('\n');
              }
              byStep[timestep][layer] = text.toString();
            });
    engine.run(0, inference.input(), engine.newRecord());
    List<String> all = new ArrayList<>();
    for (String[] step : byStep) {
      for (String layer : step) {
        layer.lines().forEach(all::add);
      }
    }
    return all;
  }

  private static List<String> computedAlone(List<LayerReplay> alone, TraceHeader header) {
    List<String> all = new ArrayList<>();
    for (int t = 0; t < TIMESTEPS; t++) {
      for (TraceLayer layer : header.layers()) {
        for (int i = 0; i < layer.neurons(); i++) {
          all.add(potential(t, layer, i, alone.get(layer.index()).potential(t, i)));
        }
      }
    }
    return all;
  }

  private static String potential(int timestep, TraceLayer layer, int neuron, float value) {
    return "%d %s %d %08x"
        .formatted(timestep, layer.name(), neuron, Float.floatToRawIntBits(value));
  }

  private static TracedInference next(TraceReader reader) {
    return reader.next().orElse(null);
  }
}

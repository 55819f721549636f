package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.convert.LevelBits;
import org.spikeledger.models.nir.convert.WeightPattern;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.reference.ReferenceEngine;
import org.spikeledger.simulator.run.InferenceListener;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.Runner;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.compare.Divergence.What;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.record.TraceRecorder;
import org.spikeledger.traces.replay.LayerReplay;
import org.spikeledger.traces.replay.ReplayStep;
import org.spikeledger.traces.replay.SpikeRecount;
import org.spikeledger.traces.replay.TraceReader;
import org.spikeledger.traces.replay.TraceReplay;
import org.spikeledger.traces.replay.TraceVerifier;

class ReplayTest {

  private static final List<String> LAYERS = List.of("first", "second", "output");
  private static final RunSettings SETTINGS = RunSettings.of(4);

  @TempDir Path folder;

  @Test
  void everyLayerAloneDoesWhatWasRecorded() {
    for (long seed = 0; seed < 8; seed++) {
      Graph graph = SmallNetwork.of(seed);
      Path file = record(graph, SETTINGS, record -> record);
      for (String layer : LAYERS) {
        assertEquals(List.of(), divergences(file, graph, layer), "seed=" + seed);
      }
    }
  }

  @Test
  void anotherWeightIsFoundInItsLayerAlone() {
    Graph graph = SmallNetwork.of(1);
    Path file = record(graph, SETTINGS, record -> record);
    Graph other = SmallNetwork.withOneClassBiasChanged(graph, 2);
    assertEquals(List.of(), divergences(file, other, "first"));
    assertEquals(List.of(), divergences(file, other, "second"));
    Divergence first = divergences(file, other, "output").getFirst();
    assertEquals(What.OUTPUT, first.what());
    assertEquals(2, first.neuron());
  }

  @Test
  void countersFollowFromTheRecordedSpikesAlone() {
    for (long seed = 0; seed < 8; seed++) {
      Graph graph = SmallNetwork.of(seed);
      Path file = record(graph, SETTINGS, record -> record);
      try (TraceReader reader = TraceReader.open(file)) {
        SpikeRecount recount = new SpikeRecount(graph, reader.header());
        for (TracedInference each = next(reader); each != null; each = next(reader)) {
          assertEquals(
              each.record().counters().snapshot(), recount.of(each).snapshot(), "seed=" + seed);
        }
      }
    }
  }

  @Test
  void countersFollowFromTheRecordedSpikesAndThePatternOfTheWeights() {
    for (long seed = 0; seed < 8; seed++) {
      // Two bits leave many weights at zero.
      Graph graph = new LevelBits(2).applyTo(SmallNetwork.of(seed));
      Linear linear = (Linear) graph.node("linear");
      assertTrue(linear.weight().nonZero() < linear.weight().size(), "seed=" + seed);
      Path file = record(graph, SETTINGS, record -> record);
      try (TraceReader reader = TraceReader.open(file)) {
        Graph pattern = new WeightPattern().applyTo(graph);
        SpikeRecount recount = new SpikeRecount(pattern, reader.header());
        assertTrue(TraceVerifier.each(reader, recount::check).agrees(), "seed=" + seed);
      }
    }
  }

  @Test
  void aCounterThatDoesNotFollowFromTheSpikesIsFound() {
    Graph graph = SmallNetwork.of(1);
    Path file =
        record(
            graph,
            SETTINGS,
            recorder ->
                (record, label) -> {
                  if (record.sample() == 5) {
                    record.counters().add(1, 2, Primitive.TOUCHED, 1);
                  }
                  recorder.onInference(record, label);
                });
    try (TraceReader reader = TraceReader.open(file)) {
      SpikeRecount recount = new SpikeRecount(graph, reader.header());
      reader.seek(4);
      assertTrue(recount.check(next(reader)).isEmpty());
      Divergence found = recount.check(next(reader)).orElseThrow();
      assertEquals("second", found.layer());
      assertEquals(2, found.timestep());
      assertEquals(What.COUNTER, found.what());
    }
  }

  @Test
  void potentialsAreThoseOfThePlainReference() {
    Graph graph = SmallNetwork.of(3);
    ProbedLayer first = new ProbedLayer(0, List.of(3, 77, 200));
    ProbedLayer output = new ProbedLayer(2, List.of(0, 1, 2, 3, 4));
    RunSettings settings = SETTINGS.withThreads(3).withProbes(List.of(first, output));
    Path file = record(graph, settings, record -> record);
    try (TraceReader reader = TraceReader.open(file)) {
      assertEquals(settings.probes(), reader.header().probes());
      LayerReplay replay = new LayerReplay(graph, reader.header(), "first", KernelChoice.AUTO);
      for (TracedInference each = next(reader); each != null; each = next(reader)) {
        List<String> expected = referencePotentials(graph, each, settings.probes());
        assertEquals(expected, recordedPotentials(reader.header(), each));
        replay.run(each);
        for (int t = 0; t < 4; t++) {
          float alone = replay.potential(t, 77);
          assertTrue(expected.contains("%d first %d %s".formatted(t, nir(77), alone)));
        }
      }
    }
  }

  @Test
  void aTraceThatKeepsDigestsOfInputsVerifiesButCannotRunAgain() {
    Graph graph = SmallNetwork.of(1);
    SmallNetwork.Images images = new SmallNetwork.Images(10);
    TraceHeader header = TraceHeader.of(graph, "small", images, SETTINGS, "0.1").withoutInputs();
    Path file = folder.resolve("digests");
    try (TraceRecorder recorder = TraceRecorder.create(file, header)) {
      Runner.run(graph, "small", images, SETTINGS, List.of(recorder));
      recorder.complete();
    }
    try (TraceReader reader = TraceReader.open(file)) {
      assertTrue(TraceVerifier.content(reader).agrees());
      reader.seek(0);
      LayerReplay replay = new LayerReplay(graph, reader.header(), "first", KernelChoice.AUTO);
      assertThrows(BadInputException.class, () -> replay.run(next(reader)));
    }
  }

  @Test
  void aLayerThatIsNotThereIsRefused() {
    Graph graph = SmallNetwork.of(1);
    Path file = record(graph, SETTINGS, record -> record);
    try (TraceReader reader = TraceReader.open(file)) {
      BadInputException refusal =
          assertThrows(
              BadInputException.class,
              () -> new LayerReplay(graph, reader.header(), "third", KernelChoice.AUTO));
      assertEquals(
          "a trace has the layer that is asked for: layer=third known=first,second,output",
          refusal.getMessage());
    }
  }

  private static List<String> referencePotentials(
      Graph graph, TracedInference inference, List<ProbedLayer> probes) {
    List<String> all = new ArrayList<>();
    ReferenceEngine engine =
        new ReferenceEngine(
            graph,
            ValueKind.ANALOG,
            4,
            (timestep, layer, potentials) -> {
              for (ProbedLayer probe : probes) {
                for (int neuron : probe.layer() == layer ? probe.neurons() : List.<Integer>of()) {
                  int shown = layer == 0 ? nir(neuron) : neuron;
                  all.add(
                      "%d %s %d %s"
                          .formatted(timestep, LAYERS.get(layer), shown, potentials.get(neuron)));
                }
              }
            });
    engine.run(0, inference.input(), engine.newRecord());
    return all;
  }

  /** The first layer has 4 channels of 8 x 8. */
  private static int nir(int canonical) {
    return canonical % 4 * 64 + canonical / 4;
  }

  private static List<String> recordedPotentials(TraceHeader header, TracedInference inference) {
    List<String> all = new ArrayList<>();
    for (ReplayStep step : new TraceReplay(header, inference)) {
      for (int i = 0; i < step.probed(); i++) {
        all.add(
            "%d %s %d %s"
                .formatted(
                    step.timestep(),
                    step.layer().name(),
                    step.probedNirIndex(i),
                    step.potential(i)));
      }
    }
    assertFalse(all.isEmpty());
    return all;
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

  private static TracedInference next(TraceReader reader) {
    return reader.next().orElse(null);
  }

  private Path record(Graph graph, RunSettings settings, UnaryOperator<InferenceListener> around) {
    Path file = folder.resolve("run");
    SmallNetwork.Images images = new SmallNetwork.Images(20);
    TraceHeader header = TraceHeader.of(graph, "small", images, settings, "0.1");
    try (TraceRecorder recorder = TraceRecorder.create(file, header)) {
      Runner.run(graph, "small", images, settings, List.of(around.apply(recorder)));
      recorder.complete();
    }
    return file;
  }
}

package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.Runner;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.compare.Divergence.What;
import org.spikeledger.traces.compare.LayerDifference;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.record.TraceRecorder;
import org.spikeledger.traces.replay.DivergentPotentials;
import org.spikeledger.traces.replay.ReplayStep;
import org.spikeledger.traces.replay.TraceComparison;
import org.spikeledger.traces.replay.TraceReader;
import org.spikeledger.traces.replay.TraceReplay;

class ComparisonTest {

  @TempDir Path folder;

  @Test
  void aTraceAgreesWithItself() {
    Path file = record("one", SmallNetwork.of(1), 12, 4);
    TraceComparison comparison = compare(file, file);
    assertTrue(comparison.agrees());
    assertEquals(12, comparison.inferences());
    assertTrue(comparison.layers().getFirst().leftSpikes() > 0);
  }

  @Test
  void theSummaryOfEachLayerIsThatOfItsSpikeSets() {
    for (long seed = 1; seed < 6; seed++) {
      Path one = record("one", SmallNetwork.of(seed), 12, 4);
      Path other = record("other", SmallNetwork.of(seed + 1), 12, 4);
      TraceComparison comparison = compare(one, other);
      Map<String, Set<String>> left = spikes(one);
      Map<String, Set<String>> right = spikes(other);
      for (LayerDifference layer : comparison.layers()) {
        TreeSet<String> onlyLeft = new TreeSet<>(left.get(layer.layer()));
        TreeSet<String> onlyRight = new TreeSet<>(right.get(layer.layer()));
        assertEquals(onlyLeft.size(), layer.leftSpikes());
        assertEquals(onlyRight.size(), layer.rightSpikes());
        onlyLeft.removeAll(right.get(layer.layer()));
        onlyRight.removeAll(left.get(layer.layer()));
        assertEquals(onlyLeft.size(), layer.onlyLeft(), "seed=" + seed);
        assertEquals(onlyRight.size(), layer.onlyRight(), "seed=" + seed);
      }
      assertEquals(What.SPIKES, comparison.first().orElseThrow().what());
      assertEquals(0, comparison.place());
    }
  }

  @Test
  void aWeightOneUnitInTheLastPlaceHigherShowsBothPotentials() {
    Graph below = SmallNetwork.atThreshold(0.75f);
    Graph above = SmallNetwork.atThreshold(Math.nextUp(0.75f));
    Path one = record("one", below, 3, 1);
    Path other = record("other", above, 3, 1);
    TraceComparison comparison = compare(one, other);
    Divergence first = comparison.first().orElseThrow();
    assertEquals(
        "spikes differs: sample=0 timestep=0 layer=neurons neuron=2 recorded=0 found=1",
        first.describe());
    assertEquals(Optional.of(0.75f), potential(one, comparison, Optional.of(below)));
    assertEquals(
        Optional.of(Math.nextUp(0.75f) - 0.75f), potential(other, comparison, Optional.of(above)));
    assertEquals(Optional.empty(), potential(one, comparison, Optional.empty()));
  }

  @Test
  void aShorterTraceDoesNotAgree() {
    Path one = record("one", SmallNetwork.of(1), 12, 4);
    Path other = record("other", SmallNetwork.of(1), 9, 4);
    TraceComparison comparison = compare(one, other);
    assertEquals(0, comparison.differing());
    assertEquals(3, comparison.onlyLeft());
    assertEquals(3, compare(other, one).onlyRight());
    assertFalse(comparison.agrees());
  }

  @Test
  void tracesOfOtherTimestepsAreRefused() {
    Path one = record("one", SmallNetwork.of(1), 3, 4);
    Path other = record("other", SmallNetwork.of(1), 3, 5);
    assertThrows(BadInputException.class, () -> compare(one, other));
  }

  @Test
  void tracesWhoseDigestsCoverOtherThingsAreRefused() {
    Path one = record("one", SmallNetwork.of(1), 3, 4);
    RunSettings potentials = RunSettings.of(4).withDigestPotentials();
    Path other = record("other", SmallNetwork.of(1), 3, potentials);
    BadInputException refused = assertThrows(BadInputException.class, () -> compare(one, other));
    assertTrue(refused.getMessage().contains("digest=potentials"), refused.getMessage());
  }

  private static Optional<Float> potential(
      Path file, TraceComparison comparison, Optional<Graph> network) {
    try (TraceReader reader = TraceReader.open(file)) {
      return DivergentPotentials.of(
          reader, comparison.place(), comparison.first().orElseThrow(), network);
    }
  }

  private static Map<String, Set<String>> spikes(Path file) {
    Map<String, Set<String>> spikes = new HashMap<>();
    try (TraceReader reader = TraceReader.open(file)) {
      for (Optional<TracedInference> each = reader.next(); each.isPresent(); each = reader.next()) {
        for (ReplayStep step : new TraceReplay(reader.header(), each.get())) {
          Set<String> set = spikes.computeIfAbsent(step.layer().name(), name -> new TreeSet<>());
          for (int i = 0; i < step.firing(); i++) {
            set.add(reader.ordinal() + " " + step.timestep() + " " + step.canonicalIndex(i));
          }
        }
      }
    }
    return spikes;
  }

  private static TraceComparison compare(Path one, Path other) {
    try (TraceReader left = TraceReader.open(one);
        TraceReader right = TraceReader.open(other)) {
      return TraceComparison.of(left, right);
    }
  }

  private Path record(String name, Graph graph, int inferences, int timesteps) {
    return record(name, graph, inferences, RunSettings.of(timesteps));
  }

  private Path record(String name, Graph graph, int inferences, RunSettings settings) {
    Path file = folder.resolve(name);
    SmallNetwork.Images images = new SmallNetwork.Images(inferences);
    TraceHeader header = TraceHeader.of(graph, "small", images, settings, "0.1");
    try (TraceRecorder recorder = TraceRecorder.create(file, header)) {
      Runner.run(graph, "small", images, settings, List.of(recorder));
      recorder.complete();
    }
    return file;
  }
}

package org.spikeledger.simulator.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.simulator.random.RandomInputs;
import org.spikeledger.simulator.random.RandomNetworks;
import org.spikeledger.simulator.reference.ReferenceEngine;

/** What is rebuilt from spikes and graph agrees with what was counted while the network ran. */
class ConnectionActivityTest {

  private static final int NETWORKS = 150;
  private static final int INPUTS = 2;

  @Test
  void eventsAndCrossingsOfRandomNetworksAreThoseOfTheCounters() {
    int compared = 0;
    for (long seed = 1; seed <= NETWORKS; seed++) {
      ValueKind kind = ValueKind.values()[(int) (seed % 3)];
      compared += compare(RandomNetworks.of(seed), kind, 1 + (int) (seed % 4), seed);
    }
    assertTrue(compared >= 300, "layers compared: " + compared);
  }

  private static int compare(Graph graph, ValueKind kind, int timesteps, long seed) {
    RandomInputs inputs =
        new RandomInputs(seed, graph.shape(graph.inputName()), kind, timesteps, INPUTS);
    Profiler profiler = new Profiler(graph, kind, timesteps, new ProfileSettings(0, 0, Set.of()));
    PotentialLog log = new PotentialLog(profiler.probes(), timesteps);
    ReferenceEngine engine = new ReferenceEngine(graph, kind, timesteps, log);
    InferenceRecord record = engine.newRecord().keeping(log);
    List<LayerFacts> layers = LayerFacts.of(graph, kind);
    Counters total = new Counters(layers.size(), timesteps);
    for (int i = 0; i < INPUTS; i++) {
      engine.run(i, inputs.input(i), record);
      total.addAll(record.counters());
      profiler.onInference(record, -1);
    }
    NetworkProfile profile = profiler.profile();
    int compared = 0;
    for (LayerFacts layer : layers) {
      if (hasOnlyConnections(graph, layer) && !readsImage(profile, layer)) {
        compare(profile, layer, total.snapshot(), "seed=" + seed + " kind=" + kind);
        compared++;
      }
    }
    return compared;
  }

  /** Whether some connection of the layer computes its product once an inference. */
  private static boolean readsImage(NetworkProfile profile, LayerFacts layer) {
    return profile.connections().stream()
        .anyMatch(
            each ->
                each.facts().layer().equals(layer.layer().name())
                    && each.facts().directlyEncoded());
  }

  private static boolean hasOnlyConnections(Graph graph, LayerFacts layer) {
    return graph.sources(layer.layer().name()).stream()
        .allMatch(name -> graph.node(name) instanceof Connection);
  }

  private static void compare(
      NetworkProfile profile, LayerFacts layer, Counts counts, String where) {
    long crossings = 0;
    long effective = 0;
    long borderless = 0;
    long events = 0;
    for (ConnectionActivity each : profile.connections()) {
      if (each.facts().layer().equals(layer.layer().name())) {
        crossings += each.crossings();
        effective += each.effectiveCrossings();
        borderless += each.borderlessCrossings();
        events += each.events();
      }
    }
    int index = layer.layer().index();
    assertEquals(counts.synapticOperations(index), crossings, where);
    assertEquals(
        counts.layer(index, Primitive.EFFECTIVE_ACCUMULATES)
            + counts.layer(index, Primitive.EFFECTIVE_MULTIPLY_ACCUMULATES),
        effective,
        where);
    assertEquals(counts.layer(index, Primitive.BORDERLESS_FAN_OUT), borderless, where);
    assertEquals(counts.layer(index, Primitive.EVENTS_IN), events, where);
  }
}

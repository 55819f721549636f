package org.spikeledger.simulator.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.random.RandomInputs;
import org.spikeledger.simulator.random.RandomNetworks;

/** The formula of each access model gives what a potential array really saw. */
class AccessWitnessTest {

  private static final int NETWORKS = Integer.getInteger("spikeledger.test.networks", 12);
  private static final int INPUTS = 2;

  @ParameterizedTest
  @EnumSource(MembraneAccess.class)
  void countedLoadsAndStoresEqualTheFormula(MembraneAccess model) {
    for (long seed = 1; seed <= NETWORKS; seed++) {
      ValueKind kind = ValueKind.values()[(int) (seed % 3)];
      int timesteps = 1 + (int) (seed % 4);
      check(model, RandomNetworks.of(seed), seed, kind, timesteps);
    }
  }

  private static void check(
      MembraneAccess model, Graph graph, long seed, ValueKind kind, int timesteps) {
    ReferenceEngine engine = ReferenceEngine.witnessing(model, graph, kind, timesteps);
    RandomInputs inputs =
        new RandomInputs(seed, graph.shape(graph.inputName()), kind, timesteps, INPUTS);
    InferenceRecord record = engine.newRecord();
    Counters total = new Counters(Layer.of(graph).size(), timesteps);
    for (int i = 0; i < INPUTS; i++) {
      engine.run(i, inputs.input(i), record);
      total.addAll(record.counters());
    }
    for (LayerFacts facts : LayerFacts.of(graph, kind)) {
      if (isFedDirectly(graph, facts.layer())) {
        assertEquals(
            engine.witnessed(facts.layer().index()),
            model.of(facts, total.snapshot(), INPUTS),
            "seed=" + seed + " layer=" + facts.layer().name() + " kind=" + kind);
      }
    }
  }

  private static boolean isFedDirectly(Graph graph, Layer layer) {
    return layer.connections().stream()
        .allMatch(name -> graph.targets(name).equals(List.of(layer.name())));
  }
}

package org.spikeledger.tools.bench.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;

class WorkloadTest {

  private static final long SEED = SmallWorkload.SEED;

  @Test
  void calibratedLayersFireAtTheirRateInTheWholeNetwork() {
    for (int timesteps : new int[] {1, 5}) {
      Workload workload = SmallWorkload.of(timesteps, new FiringTarget(0.125, false, 0.9f));
      WorkloadFacts facts = new FactsCounter("small", workload).count();
      assertEquals(3, facts.layers().size());
      for (LayerActivity layer : facts.layers()) {
        assertEquals(0.125, layer.spikesPerNeuronPerTimestep(), 0.003, layer + " seed=" + SEED);
      }
    }
  }

  @Test
  void calibratedChannelsFireAtTheirRateEach() {
    Workload workload = SmallWorkload.of(1, new FiringTarget(0.13, true, 1f));
    EngineUnderTest best = EngineUnderTest.best();
    Engine engine = best.engine(best.plan(workload.graph(), workload.kind()), 1);
    InferenceRecord record = engine.newRecord();
    int[] spikes = new int[8];
    for (int i = 0; i < workload.inputs().size(); i++) {
      engine.run(i, workload.inputs().get(i), record);
      for (int j = 0; j < record.spikes().count(0, 1); j++) {
        spikes[record.spikes().index(0, 1, j) % 8]++;
      }
    }
    for (int count : spikes) {
      assertEquals(0.13, count / 64.0 / 64, 0.003, "seed=" + SEED);
    }
  }

  @Test
  void theDensityBehindAPoolIsThatOfWindowsWithASpike() {
    Workload workload = SmallWorkload.of(1, new FiringTarget(0.125, false, 1f));
    LayerActivity pooled = new FactsCounter("small", workload).count().layers().get(1);
    double least = pooled.spikesPerNeuronPerTimestep();
    assertTrue(pooled.densityAfterPool() > least, pooled.toString());
    assertTrue(pooled.densityAfterPool() <= 4 * least, pooled.toString());
  }

  @Test
  void synapticOperationsOfALayerAreThoseThatTheEngineCounts() {
    for (String text : List.of("4x16x64", "2x8x16", "1x8x16")) {
      ConvolutionLayer layer = ConvolutionLayer.of(text);
      EngineUnderTest best = EngineUnderTest.best();
      Engine engine = best.engine(best.plan(layer.graph(), ValueKind.BINARY), 1);
      InferenceRecord record = engine.newRecord();
      for (EventInput pattern : layer.patterns(0.2)) {
        engine.run(0, pattern, record);
        assertEquals(
            record.counters().get(0, 0, Primitive.ACCUMULATES),
            layer.synapticOperations(pattern),
            text);
      }
    }
  }

  @Test
  void theLargeResidualNetworkHasTheDenseCountsOfThePaper() {
    List<LayerFacts> facts = LayerFacts.of(LargeNetwork.RESNET20.graph(), ValueKind.ANALOG);
    assertEquals(215_699_456L, facts.stream().mapToLong(LayerFacts::denseOperations).sum());
    assertEquals(
        319_488L,
        facts.stream()
            .filter(each -> !each.layer().isOutput())
            .mapToLong(each -> each.layer().neurons())
            .sum());
  }

  @Test
  void rateCodedClothesHaveTheMeanRate() {
    for (double rate : new double[] {0.05, 0.2}) {
      double mean =
          RateCodedClothes.of(rate, 5).stream().mapToInt(EventInput::size).average().orElseThrow();
      assertEquals(rate, mean / 5 / 784, 0.005);
    }
  }
}

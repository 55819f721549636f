package org.spikeledger.simulator.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.Primitive;

/**
 * Energies with memory, worked out by hand. Below 8 KiB a 32-bit word of a buffer of n words costs
 * n * 4 / 8192 * 10 / 2 pJ; {@link #WORD} is that for one word.
 */
class EnergyWithMemoryTest {

  private static final double TOLERANCE = 1e-9;
  private static final double WORD = 4.0 / 8192 * 10 / 2;
  private static final EnergyModel PAPER = EnergyModel.of(CostModels.paper());

  @Test
  void theAnnFetchesEachOperandWithoutReuseAndEachWordOnceWithIdealReuse() {
    EnergyReport report = PAPER.report(Networks.pooled(), new Counters(2, 1).snapshot(), 1);

    // Convolution: 16 operations, 1 weight, 16 inputs, 16 outputs.
    // Linear: 12 operations, 12 weights, 4 inputs, 3 outputs.
    MemoryPj none = with(report, PooledInput.GRADED, Reuse.NONE).annMemory();
    MemoryPj ideal = with(report, PooledInput.GRADED, Reuse.IDEAL).annMemory();

    assertEquals((16 * 1 + 12 * 12) * WORD, none.weights(), TOLERANCE);
    assertEquals((16 * 16 + 12 * 4) * WORD, none.inputs(), TOLERANCE);
    assertEquals((1 * 1 + 12 * 12) * WORD, ideal.weights(), TOLERANCE);
    assertEquals((16 * 16 + 4 * 4) * WORD, ideal.inputs(), TOLERANCE);
    for (MemoryPj each : List.of(none, ideal)) {
      assertEquals((16 * 16 + 3 * 3) * WORD, each.outputs(), TOLERANCE);
      assertEquals(0, each.potentials() + each.currents(), TOLERANCE);
    }
  }

  @Test
  void theSnnFetchesForItsOperationsAndWritesItsSpikes() {
    EnergyReport report = PAPER.report(Networks.pooled(), fiveSpikes(1).snapshot(), 1);

    // First layer as in the ANN. Second: 6 operations, 12 weights, 2 events in room for 4.
    MemoryPj none = with(report, PooledInput.GRADED, Reuse.NONE).snnMemory();
    MemoryPj ideal = with(report, PooledInput.GRADED, Reuse.IDEAL).snnMemory();

    assertEquals((16 * 1 + 6 * 12) * WORD, none.weights(), TOLERANCE);
    assertEquals((16 * 16 + 6 * 4) * WORD, none.inputs(), TOLERANCE);
    assertEquals((1 * 1 + 6 * 12) * WORD, ideal.weights(), TOLERANCE);
    assertEquals((16 * 16 + 2 * 4) * WORD, ideal.inputs(), TOLERANCE);
    // 5 spikes into room for 16; the output layer's 3 values.
    assertEquals((5 * 16 + 3 * 3) * WORD, none.outputs(), TOLERANCE);
  }

  @Test
  void pooledInputChangesWhatIsFetched() {
    EnergyReport report = PAPER.report(Networks.pooled(), fiveSpikes(1).snapshot(), 1);

    // Second layer's operations: 12 * 5/16 by the estimate, 5 * 3 expanded (12 weights suffice).
    assertEquals(
        (16 * 1 + 3.75 * 12) * WORD,
        with(report, PooledInput.MEAN_RATE, Reuse.NONE).snnMemory().weights(),
        TOLERANCE);
    assertEquals(
        (16 * 1 + 15 * 12) * WORD,
        with(report, PooledInput.EXPANDED, Reuse.NONE).snnMemory().weights(),
        TOLERANCE);
    assertEquals(
        (1 * 1 + 12 * 12) * WORD,
        with(report, PooledInput.EXPANDED, Reuse.IDEAL).snnMemory().weights(),
        TOLERANCE);
    // Five spikes pass the pool, not two events; by the estimate no more than its operations.
    assertEquals(
        (16 * 16 + 5 * 4) * WORD,
        with(report, PooledInput.EXPANDED, Reuse.IDEAL).snnMemory().inputs(),
        TOLERANCE);
    assertEquals(
        (16 * 16 + 3.75 * 4) * WORD,
        with(report, PooledInput.MEAN_RATE, Reuse.IDEAL).snnMemory().inputs(),
        TOLERANCE);
  }

  @Test
  void potentialsAreAccessedByTheModel() {
    Counters counters = fiveSpikes(1);
    counters.add(0, 0, Primitive.VISITED, 16);
    counters.add(0, 0, Primitive.TOUCHED, 16);
    counters.add(1, 0, Primitive.VISITED, 3);
    counters.add(1, 0, Primitive.TOUCHED, 3);
    counters.add(1, 0, Primitive.BORDERLESS_FAN_OUT, 6);
    EnergyReport report = PAPER.report(Networks.pooled(), counters.snapshot(), 1);

    // Potentials of 16 and of 3 words; a read and a write each.
    assertPotentials(2 * (16 * 16 + 3 * 3) * WORD, report, MembraneAccess.EVERY_TIMESTEP);
    assertPotentials(0, report, MembraneAccess.ELIDED);
    // Directly encoded: N*T. Then an access a synaptic operation: 6.
    assertPotentials(2 * (16 * 16 + 6 * 3) * WORD, report, MembraneAccess.EVERY_EVENT);
    assertPotentials(2 * (16 * 16 + (6 + 3) * 3) * WORD, report, MembraneAccess.LEMAIRE);
    // Each visit reads and writes a timestamp too.
    assertPotentials(2 * 2 * (16 * 16 + 3 * 3) * WORD, report, MembraneAccess.LAZY);
  }

  @Test
  void overFiveTimestepsPotentialsAndTheKeptCurrentAreAccessedEachTime() {
    EnergyReport report = PAPER.report(Networks.pooled(), fiveSpikes(5).snapshot(), 1);

    // Written once and read at the four later timesteps.
    EnergyWithMemory energy = with(report, PooledInput.GRADED, Reuse.IDEAL);
    assertEquals(16 * 5 * 16 * WORD, energy.snnMemory().currents(), TOLERANCE);
    assertPotentials(2 * 5 * (16 * 16 + 3 * 3) * WORD, report, MembraneAccess.EVERY_TIMESTEP);
    assertPotentials(2 * 4 * (16 * 16 + 3 * 3) * WORD, report, MembraneAccess.ELIDED);
  }

  @Test
  void aFirstLayerChargedAtEveryTimestepFetchesAnewAndKeepsNothing() {
    EnergyReport report =
        PAPER
            .withFirstLayer(FirstLayer.EVERY_TIMESTEP)
            .report(Networks.pooled(), new Counters(2, 5).snapshot(), 1);

    MemoryPj memory = with(report, PooledInput.GRADED, Reuse.IDEAL).snnMemory();

    assertEquals(5 * 1 * 1 * WORD, memory.weights(), TOLERANCE);
    assertEquals(5 * 16 * 16 * WORD, memory.inputs(), TOLERANCE);
    assertEquals(0, memory.currents(), TOLERANCE);
  }

  @Test
  void idealReuseFetchesEachWeightOnceATimestep() {
    // Fifty operations in the second layer over two timesteps; it has 12 weights.
    Counters counters = new Counters(2, 2);
    counters.add(1, 0, Primitive.MULTIPLY_ACCUMULATES, 50);
    counters.add(1, 0, Primitive.POOLED_MULTIPLY_ACCUMULATES, 50);

    MemoryPj memory =
        with(
                PAPER.report(Networks.pooled(), counters.snapshot(), 1),
                PooledInput.GRADED,
                Reuse.IDEAL)
            .snnMemory();

    assertEquals((1 * 1 + 2 * 12 * 12) * WORD, memory.weights(), TOLERANCE);
  }

  @Test
  void alphaWithMemoryAddsOperationsAndMemoryOnBothSides() {
    EnergyReport report = PAPER.report(Networks.pooled(), fiveSpikes(1).snapshot(), 1);

    EnergyWithMemory energy = with(report, PooledInput.GRADED, Reuse.NONE);

    double ann = 28 * 4.6 + (16 + 144 + 256 + 48 + 256 + 9) * WORD;
    double snn = 22 * 4.6 + (16 + 72 + 256 + 24 + 80 + 9 + 2 * (256 + 9)) * WORD;
    assertEquals(ann, energy.annPj(), TOLERANCE);
    assertEquals(snn, energy.snnPj(), TOLERANCE);
    assertEquals(ann / snn, energy.alpha().value().orElseThrow(), TOLERANCE);
    assertEquals(2, energy.layers().size());
  }

  @Test
  void aBufferBeyondTheLargestSramCostsDramUnlessHeldConstant() {
    // Linear from 1024 to 1024: 4 MiB of weights, 4 KiB of inputs and outputs.
    List<LayerFacts> facts =
        Networks.facts(
            new Networks.Chain(Shape.of(1024)).then(Networks.linear(1024, 1024)).output());
    long dense = 1024L * 1024;
    OperationCosts constant = CostModels.paper().beyondSram(BeyondSram.CONSTANT);
    Counters counters = new Counters(1, 1);

    MemoryPj inDram =
        with(PAPER.report(facts, counters.snapshot(), 1), PooledInput.GRADED, Reuse.NONE)
            .annMemory();
    MemoryPj inSram =
        with(
                EnergyModel.of(constant).report(facts, counters.snapshot(), 1),
                PooledInput.GRADED,
                Reuse.NONE)
            .annMemory();

    assertEquals(dense * 640.0, inDram.weights(), TOLERANCE);
    assertEquals(dense * 50.0, inSram.weights(), TOLERANCE);
    assertEquals(dense * 2.5, inDram.inputs(), TOLERANCE);
  }

  @Test
  void everyCombinationIsReportedWithItsAssumptions() {
    EnergyReport report = PAPER.report(Networks.chain(), new Counters(2, 1).snapshot(), 1);

    assertEquals(3 * 2 * 5, report.withMemory().size());
    List<String> subjects = report.assumptions().stream().map(Assumption::subject).toList();
    for (PooledInput rule : PooledInput.values()) {
      assertTrue(subjects.contains("pooled input: " + rule.key()), subjects::toString);
    }
    assertEquals(
        "Static power and interconnect not included.", report.assumptions().getLast().text());
  }

  /** Four spikes in one window and one in another, in the first of so many timesteps. */
  private static Counters fiveSpikes(int timesteps) {
    Counters counters = new Counters(2, timesteps);
    counters.add(0, 0, Primitive.SPIKES, 5);
    counters.add(1, 0, Primitive.EVENTS_IN, 2);
    counters.add(1, 0, Primitive.MULTIPLY_ACCUMULATES, 2 * 3);
    counters.add(1, 0, Primitive.POOLED_MULTIPLY_ACCUMULATES, 2 * 3);
    counters.add(1, 0, Primitive.EXPANDED_ACCUMULATES, 5 * 3);
    return counters;
  }

  private static EnergyWithMemory with(EnergyReport report, PooledInput rule, Reuse reuse) {
    return report.withMemory(rule, reuse, MembraneAccess.EVERY_TIMESTEP);
  }

  private static void assertPotentials(
      double expectedPj, EnergyReport report, MembraneAccess access) {
    assertEquals(
        expectedPj,
        report.withMemory(PooledInput.GRADED, Reuse.IDEAL, access).snnMemory().potentials(),
        TOLERANCE);
  }
}

package org.spikeledger.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.kernel.scalar.ScalarKernels;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.random.RandomInputs;
import org.spikeledger.simulator.random.RandomNetworks;

/** How threads that share an inference begin and end; that they agree DeterminismTest shows. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedEngineTest {

  private static final long SEED = 20261124L;
  private static final Graph GRAPH = RandomNetworks.of(SEED);
  private static final Plan PLAN = Plan.of(GRAPH, ValueKind.ANALOG);
  private static final EncodedInput INPUT =
      new RandomInputs(SEED, GRAPH.shape(GRAPH.inputName()), ValueKind.ANALOG, 2, 1).input(0);

  @AfterEach
  void noSharingThreadIsLeft() {
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("share-")));
  }

  @Test
  void aFailureOfOneThreadEndsAllAndIsThrown() {
    RuntimeException thrown = new IllegalStateException("the probe is full");
    Probe probe =
        (timestep, layer, potentials) -> {
          throw thrown;
        };
    SharedEngine engine = engine(probe, 4);
    InferenceRecord record = engine.newRecord();
    assertSame(
        thrown, assertThrows(IllegalStateException.class, () -> engine.run(0, INPUT, record)));
    assertThrows(IllegalStateException.class, () -> engine.run(1, INPUT, record));
    engine.close();
  }

  @Test
  void anInputOfAWrongShapeIsRefusedAndTheNextOneRuns() {
    try (SharedEngine engine = engine(Probe.NONE, 3)) {
      InferenceRecord record = engine.newRecord();
      EncodedInput wrong = new DirectInput(Shape.of(1), new float[1]);
      assertThrows(BadInputException.class, () -> engine.run(0, wrong, record));
      engine.run(1, INPUT, record);
      assertTrue(record.spikes().isComplete());
    }
  }

  @Test
  void anEngineThatNeverRanCanBeClosedTwice() {
    SharedEngine engine = engine(Probe.NONE, 7);
    engine.close();
    engine.close();
    assertEquals(
        "the engine runs: closed=true",
        assertThrows(IllegalStateException.class, () -> engine.run(0, INPUT, engine.newRecord()))
            .getMessage());
  }

  private static SharedEngine engine(Probe probe, int threads) {
    return new SharedEngine(PLAN, 2, new ScalarKernels(), probe, threads);
  }
}

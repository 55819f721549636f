package org.spikeledger.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.random.RandomInputs;

/** Runs a network by every kernel, on one thread and shared by several. */
final class EveryKernel {

  private static final int TIMESTEPS = 2;

  private EveryKernel() {}

  /** Asserts counters and digest, with potentials, of the plain reference. */
  static void agreesWithTheReference(Graph graph, long seed, long leastSpikes) {
    RunSettings settings = RunSettings.of(TIMESTEPS).withDigestPotentials();
    RunSummary expected = run(graph, seed, settings.withEngine(EngineChoice.REFERENCE));
    long spikes = expected.counts().total(Primitive.SPIKES);
    assertTrue(spikes > leastSpikes, "the network is not silent: spikes=" + spikes);
    for (KernelChoice kernel : KernelChoice.values()) {
      for (int threads : new int[] {1, 2, 7}) {
        RunSettings each =
            settings
                .withKernel(kernel)
                .withThreads(threads)
                .withParallelism(threads == 1 ? Parallelism.THROUGHPUT : Parallelism.LATENCY);
        RunSummary actual = run(graph, seed, each);
        String where = "seed=%d kernel=%s threads=%d".formatted(seed, kernel, threads);
        assertEquals(List.of(), Differences.of(expected, actual), where);
        assertEquals(expected.digest(), actual.digest(), where);
      }
    }
  }

  private static RunSummary run(Graph graph, long seed, RunSettings settings) {
    Shape shape = graph.shape(graph.inputName());
    RandomInputs inputs = new RandomInputs(seed, shape, ValueKind.ANALOG, TIMESTEPS, 1);
    return Runner.run(graph, "random", inputs, settings, List.of());
  }
}

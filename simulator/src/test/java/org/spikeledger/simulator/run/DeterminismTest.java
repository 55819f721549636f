package org.spikeledger.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.random.RandomInputs;
import org.spikeledger.simulator.random.RandomNetworks;

/** Same network, same input: the same digest and counters by every engine, kernel and thread. */
class DeterminismTest {

  private static final int NETWORKS = Integer.getInteger("spikeledger.test.networks", 24);
  private static final long FIRST_SEED = Long.getLong("spikeledger.test.seed", 20261124L);
  private static final ValueKind[] KINDS = {ValueKind.ANALOG, ValueKind.BINARY, ValueKind.GRADED};

  @Test
  void everyKernelAgreesWithTheReferenceToTheBit() {
    long spikes = 0;
    for (int i = 0; i < NETWORKS; i++) {
      long seed = FIRST_SEED + i;
      RunSummary expected = run(seed, 3, 1, EngineChoice.REFERENCE, KernelChoice.SCALAR);
      spikes += expected.counts().total(Primitive.SPIKES);
      for (KernelChoice kernel : KernelChoice.values()) {
        RunSummary actual = run(seed, 3, 1, EngineChoice.EVENT, kernel);
        String where = "seed=" + seed + " kernel=" + kernel;
        assertEquals(Differences.of(expected, actual), List.of(), where);
        assertEquals(expected.digest(), actual.digest(), where);
        assertEquals(expected.fingerprint(), actual.fingerprint(), where);
      }
    }
    assertTrue(spikes > 100L * NETWORKS, "the networks are not silent: spikes=" + spikes);
  }

  @Test
  void anyNumberOfThreadsWithAnyKernelGivesTheSameDigest() {
    for (int i = 0; i < (NETWORKS + 5) / 6; i++) {
      long seed = FIRST_SEED + i;
      KernelChoice another = KernelChoice.values()[i % KernelChoice.values().length];
      RunSummary expected = run(seed, 70, 1, EngineChoice.EVENT, KernelChoice.AUTO);
      for (KernelChoice kernel : EnumSet.of(KernelChoice.AUTO, another)) {
        for (int threads : new int[] {2, 4, 7}) {
          RunSummary actual = run(seed, 70, threads, EngineChoice.EVENT, kernel);
          String where = "seed=" + seed + " kernel=" + kernel + " threads=" + threads;
          assertEquals(expected.digest(), actual.digest(), where);
          assertEquals(expected.counts(), actual.counts(), where);
          assertEquals(expected.accuracy(), actual.accuracy(), where);
        }
      }
    }
  }

  @Test
  void threadsThatShareAnInferenceAgreeWithTheReferenceToTheBit() {
    for (int i = 0; i < (NETWORKS + 5) / 6; i++) {
      long seed = FIRST_SEED + i;
      RunSummary expected = run(seed, 3, 1, EngineChoice.REFERENCE, KernelChoice.SCALAR);
      for (KernelChoice kernel : KernelChoice.values()) {
        for (int threads : new int[] {2, 4, 7}) {
          RunSummary actual = run(seed, 3, threads, kernel, Parallelism.LATENCY);
          String where = "seed=" + seed + " kernel=" + kernel + " threads=" + threads;
          assertEquals(List.of(), Differences.of(expected, actual), where);
          assertEquals(expected.digest(), actual.digest(), where);
        }
      }
    }
  }

  private static RunSummary run(
      long seed, int samples, int threads, EngineChoice engine, KernelChoice kernel) {
    return run(seed, settings(seed, samples, threads, engine, kernel));
  }

  private static RunSummary run(
      long seed, int samples, int threads, KernelChoice kernel, Parallelism parallelism) {
    return run(
        seed,
        settings(seed, samples, threads, EngineChoice.EVENT, kernel).withParallelism(parallelism));
  }

  private static RunSettings settings(
      long seed, int samples, int threads, EngineChoice engine, KernelChoice kernel) {
    return new RunSettings(1 + (int) (seed % 5), samples, threads, engine, kernel, true);
  }

  private static RunSummary run(long seed, RunSettings settings) {
    Graph graph = RandomNetworks.of(seed);
    ValueKind kind = KINDS[(int) (seed % KINDS.length)];
    RandomInputs inputs =
        new RandomInputs(
            seed, graph.shape(graph.inputName()), kind, settings.timesteps(), settings.limit());
    return Runner.run(graph, "random", inputs, settings, List.of());
  }
}

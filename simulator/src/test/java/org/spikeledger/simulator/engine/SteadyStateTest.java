package org.spikeledger.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.kernel.scalar.ScalarKernels;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.random.RandomInputs;
import org.spikeledger.simulator.random.RandomNetworks;

/**
 * What an engine takes from the heap once its buffers have grown. With scalar kernels, because
 * vectors are objects until the compiler has seen to them. A thread that has a class's first method
 * compiled makes that class's string constants, once, whenever that is: so most of the rounds
 * count, which are all the same.
 */
class SteadyStateTest {

  private static final int NETWORKS = 48;
  private static final int SHARED_NETWORKS = 12;
  private static final long FIRST_SEED = 20261124L;
  private static final int TIMESTEPS = 3;
  private static final int INPUTS = 8;
  private static final int ROUNDS_MEASURED = 12;
  private static final int ROUNDS_BEFORE = 20;
  private static final ValueKind[] KINDS = {ValueKind.ANALOG, ValueKind.BINARY, ValueKind.GRADED};

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void anInferenceInTheSteadyStateAllocatesNothing() {
    for (int i = 0; i < NETWORKS; i++) {
      long seed = FIRST_SEED + i;
      ValueKind kind = KINDS[i % KINDS.length];
      Graph graph = RandomNetworks.of(seed);
      EventEngine engine =
          new EventEngine(Plan.of(graph, kind), TIMESTEPS, new ScalarKernels(), Probe.NONE);
      EncodedInput[] inputs = inputs(seed, graph, kind);
      InferenceRecord record = engine.newRecord();
      for (int round = 0; round < ROUNDS_BEFORE; round++) {
        allocatedBytes(engine, inputs, record);
      }
      long[] rounds = new long[ROUNDS_MEASURED];
      Arrays.setAll(rounds, round -> allocatedBytes(engine, inputs, record));
      assertMostAreZero(rounds, "seed=" + seed + " " + kind);
    }
  }

  @Test
  void anInferenceThatThreadsShareAllocatesNothingOnAnyOfThem() {
    for (int i = 0; i < SHARED_NETWORKS; i++) {
      long seed = FIRST_SEED + i;
      ValueKind kind = KINDS[i % KINDS.length];
      Graph graph = RandomNetworks.of(seed);
      Plan plan = Plan.of(graph, kind);
      try (SharedEngine engine =
          new SharedEngine(plan, TIMESTEPS, new ScalarKernels(), Probe.NONE, 3)) {
        EncodedInput[] inputs = inputs(seed, graph, kind);
        InferenceRecord record = engine.newRecord();
        for (int round = 0; round < ROUNDS_BEFORE; round++) {
          allocatedBytes(engine, inputs, record);
        }
        long[] sharing = sharingThreads();
        String where = "seed=" + seed + " " + kind;
        assertEquals(2, sharing.length, where);
        long[] rounds = new long[ROUNDS_MEASURED];
        for (int round = 0; round < rounds.length; round++) {
          long before = allocatedBytes(sharing);
          rounds[round] = allocatedBytes(engine, inputs, record) + allocatedBytes(sharing) - before;
        }
        assertMostAreZero(rounds, where);
      }
    }
  }

  private static void assertMostAreZero(long[] bytes, String where) {
    long notZero = LongStream.of(bytes).filter(each -> each != 0).count();
    assertTrue(
        notZero <= bytes.length / 4, "allocated bytes: " + Arrays.toString(bytes) + " " + where);
  }

  private long allocatedBytes(long[] ofThreads) {
    return LongStream.of(threads.getThreadAllocatedBytes(ofThreads)).sum();
  }

  private static long[] sharingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("share-"))
        .mapToLong(Thread::threadId)
        .toArray();
  }

  private long allocatedBytes(Engine engine, EncodedInput[] inputs, InferenceRecord record) {
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int sample = 0; sample < inputs.length; sample++) {
      engine.run(sample, inputs[sample], record);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static EncodedInput[] inputs(long seed, Graph graph, ValueKind kind) {
    RandomInputs source =
        new RandomInputs(seed, graph.shape(graph.inputName()), kind, TIMESTEPS, INPUTS);
    EncodedInput[] inputs = new EncodedInput[INPUTS];
    for (int i = 0; i < INPUTS; i++) {
      inputs[i] = source.input(i);
    }
    return inputs;
  }
}

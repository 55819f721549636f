package org.spikeledger.simulator.quantise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.models.nir.NirWriter;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.plan.RowFormat;
import org.spikeledger.simulator.plan.Stage;
import org.spikeledger.simulator.random.RandomInputs;
import org.spikeledger.simulator.run.EngineChoice;
import org.spikeledger.simulator.run.EngineFactory;
import org.spikeledger.simulator.run.Parallelism;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;

/** Networks of whole numbers: sums of bytes give what single additions of float32 give. */
class IntegerModeTest {

  private static final int NETWORKS = Integer.getInteger("spikeledger.test.networks", 24) / 2;
  private static final long FIRST_SEED = Long.getLong("spikeledger.test.seed", 20261124L);

  @Test
  void everyKernelAgreesWithTheReferenceToTheBit() {
    long spikes = 0;
    for (int i = 0; i < NETWORKS; i++) {
      long seed = FIRST_SEED + i;
      Case each = Case.of(seed);
      RunSummary expected = each.run(EngineChoice.REFERENCE, KernelChoice.SCALAR, 1);
      spikes += expected.counts().total(Primitive.SPIKES);
      for (int threads : new int[] {2, 3}) {
        RunSummary shared = each.shared(threads);
        assertEquals(expected.digest(), shared.digest(), "seed=" + seed + " shared=" + threads);
      }
      for (KernelChoice kernel : KernelChoice.values()) {
        RunSummary actual = each.run(EngineChoice.EVENT, kernel, 2);
        String where = "seed=" + seed + " kernel=" + kernel;
        assertEquals(expected.counts(), actual.counts(), where);
        assertEquals(expected.digest(), actual.digest(), where);
      }
    }
    assertTrue(spikes > 1000L * NETWORKS, "the networks are not silent: spikes=" + spikes);
  }

  @Test
  void aQuantisedNetworkIsReadFromItsFileAsItWas(@TempDir Path folder) {
    Case each = Case.of(FIRST_SEED);
    Path file = folder.resolve("whole.nir");
    NirWriter.write(each.graph, file);
    Graph read = NirReader.read(file, ImportOptions.DEFAULT).graph();
    assertEquals(each.graph.properties().quantisation(), read.properties().quantisation());
    RunSummary expected = each.run(EngineChoice.EVENT, KernelChoice.AUTO, 1);
    RunSummary actual = each.with(read).run(EngineChoice.EVENT, KernelChoice.AUTO, 1);
    assertEquals(expected.fingerprint(), actual.fingerprint());
    assertEquals(expected.digest(), actual.digest());
    assertEquals("int8", actual.precision());
  }

  @ParameterizedTest
  @EnumSource(KernelChoice.class)
  void sumsOfMoreRowsThanSixteenBitsHoldAreExact(KernelChoice kernel) {
    for (int bound : new int[] {127, -127, 20}) {
      for (int width : new int[] {1, 17, 63, 130, 300}) {
        for (boolean pooled : new boolean[] {false, true}) {
          Graph graph = manyRows(width, bound, pooled);
          assertUsesBytes(graph);
          EventInput all = allOnes(graph.shape("input"));
          InferenceRecord expected = run(graph, all, EngineChoice.REFERENCE, kernel);
          InferenceRecord actual = run(graph, all, EngineChoice.EVENT, kernel);
          String where =
              "seed=%d bound=%d width=%d pooled=%s".formatted(FIRST_SEED, bound, width, pooled);
          assertArrayEquals(expected.digest(), actual.digest(), where);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(KernelChoice.class)
  void convolutionsOverMapsOfAnySizeGiveTheSame(KernelChoice kernel) {
    SplittableRandom random = new SplittableRandom(FIRST_SEED);
    for (int columns : new int[] {1, 2, 3, 4, 32, 33, 70}) {
      for (double rate : new double[] {0.01, 0.2, 1}) {
        int rows = 1 + random.nextInt(4);
        Graph graph = oneConvolution(rows, columns, random);
        assertUsesBytes(graph);
        EventInput input = spikes(graph.shape("input"), rate, random);
        InferenceRecord expected = run(graph, input, EngineChoice.REFERENCE, kernel);
        InferenceRecord actual = run(graph, input, EngineChoice.EVENT, kernel);
        String where =
            "seed=%d rows=%d columns=%d rate=%s".formatted(FIRST_SEED, rows, columns, rate);
        assertArrayEquals(expected.digest(), actual.digest(), where);
      }
    }
  }

  private static Graph oneConvolution(int rows, int columns, SplittableRandom random) {
    int in = 1 + random.nextInt(64);
    int out = 1 + random.nextInt(64);
    float[] weights = new float[out * in * 9];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextInt(-127, 128);
    }
    return Graph.builder()
        .node("input", new Input(Shape.of(in, rows, columns)))
        .node(
            "conv",
            new Conv2d(
                Tensor.adopt(Shape.of(out, in, 3, 3), weights),
                Optional.empty(),
                Extent2d.of(1),
                new Padding(1, 1, 1, 1),
                Extent2d.of(1),
                1))
        .node("output", new Output())
        .chain("input", "conv", "output")
        .build();
  }

  private static EventInput spikes(Shape shape, double rate, SplittableRandom random) {
    int[] indices =
        IntStream.range(0, shape.size()).filter(_ -> random.nextDouble() < rate).toArray();
    return new EventInput(shape, new int[] {0, indices.length}, indices, null);
  }

  private static Graph manyRows(int width, int bound, boolean pooled) {
    int rows = 700;
    SplittableRandom random = new SplittableRandom(FIRST_SEED);
    float[] weights = new float[width * rows];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.abs(bound) == 127 ? bound : random.nextInt(-bound, bound + 1);
    }
    int side = pooled ? 2 : 1;
    return Graph.builder()
        .node("input", new Input(Shape.of(rows, side, side)))
        .node("pool", new SumPool2d(Extent2d.of(side), Extent2d.of(side), Extent2d.of(0)))
        .node("flatten", new Flatten(0, -1))
        .node("fc", new Linear(Tensor.adopt(Shape.of(width, rows), weights)))
        .node("output", new Output())
        .chain("input", "pool", "flatten", "fc", "output")
        .build();
  }

  private static void assertUsesBytes(Graph graph) {
    for (Stage stage : Plan.of(graph, ValueKind.BINARY).stages()) {
      if (stage instanceof ConnectionStage connection) {
        assertEquals(RowFormat.INT8, connection.weights().format());
      }
    }
  }

  private static EventInput allOnes(Shape shape) {
    int[] indices = IntStream.range(0, shape.size()).toArray();
    return new EventInput(shape, new int[] {0, indices.length}, indices, null);
  }

  private static InferenceRecord run(
      Graph graph, EventInput input, EngineChoice engine, KernelChoice kernel) {
    RunSettings settings = new RunSettings(1, 1, 1, engine, kernel, true);
    Engine made = new EngineFactory(graph, ValueKind.BINARY, settings).create();
    InferenceRecord record = made.newRecord();
    made.run(0, input, record);
    return record;
  }

  private record Case(Graph graph, QuantisedInputs inputs, int timesteps) {

    static Case of(long seed) {
      Graph graph = IntegerNetworks.of(seed);
      int timesteps = 1 + (int) (seed % 4);
      ValueKind kind = seed % 2 == 0 ? ValueKind.ANALOG : ValueKind.BINARY;
      RandomInputs inputs =
          new RandomInputs(seed, graph.shape(graph.inputName()), kind, timesteps, 3);
      float scale = QuantisedInputs.calibrate(inputs, 2);
      return new Case(
          Quantiser.quantise(graph, scale, timesteps, kind),
          new QuantisedInputs(inputs, scale),
          timesteps);
    }

    Case with(Graph other) {
      return new Case(other, inputs, timesteps);
    }

    RunSummary shared(int threads) {
      RunSettings settings =
          new RunSettings(timesteps, 3, threads, EngineChoice.EVENT, KernelChoice.AUTO, true)
              .withParallelism(Parallelism.LATENCY);
      return Runner.run(graph, "whole", inputs, settings, List.of());
    }

    RunSummary run(EngineChoice engine, KernelChoice kernel, int threads) {
      RunSettings settings = new RunSettings(timesteps, 3, threads, engine, kernel, true);
      return Runner.run(graph, "whole", inputs, settings, List.of());
    }
  }
}

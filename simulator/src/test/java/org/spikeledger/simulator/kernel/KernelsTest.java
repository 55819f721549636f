package org.spikeledger.simulator.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;
import org.spikeledger.simulator.kernel.scalar.ScalarKernels;
import org.spikeledger.simulator.kernel.vector.VectorWidths;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronParameters;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.WeightBlock;
import org.spikeledger.simulator.plan.Window;
import org.spikeledger.simulator.plan.Windows;

/** Every vector kernel gives the scalar kernel's raw bits, at widths around the lanes'. */
class KernelsTest {

  private static final long SEED = 77;
  private static final int[] WIDTHS = {1, 3, 4, 5, 8, 15, 16, 17, 31, 33, 63, 64, 65, 80, 131};
  private static final int ROWS = 12;
  private static final Kernels SCALAR = new ScalarKernels();

  static Stream<Kernels> vectorKernels() {
    return Stream.of(128, 256, 512).map(VectorWidths::ofBits);
  }

  @ParameterizedTest
  @MethodSource("vectorKernels")
  void gathersTheSameBits(Kernels kernels) {
    for (int width : WIDTHS) {
      for (boolean graded : new boolean[] {false, true}) {
        assertArrayEquals(
            gather(SCALAR, width, graded),
            gather(kernels, width, graded),
            "seed=" + SEED + " width=" + width + " graded=" + graded);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("vectorKernels")
  void updatesTheSameNeuronsToTheSameBits(Kernels kernels) {
    for (int width : WIDTHS) {
      for (LIF neuron : neurons(width)) {
        String where = "seed=" + SEED + " width=" + width + " neuron=" + neuron;
        assertEquals(update(SCALAR, neuron, width), update(kernels, neuron, width), where);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("vectorKernels")
  void addsTheSameBits(Kernels kernels) {
    for (int width : WIDTHS) {
      MemorySegment expected = random(width, SEED);
      MemorySegment actual = random(width, SEED);
      SCALAR.add(expected, random(width, SEED + 1), width);
      kernels.add(actual, random(width, SEED + 1), width);
      assertArrayEquals(bits(expected), bits(actual), "seed=" + SEED + " width=" + width);
    }
  }

  private static int[] gather(Kernels kernels, int width, boolean graded) {
    Layout target = Layout.of(Shape.of(width));
    PackedWeights weights =
        PackedWeights.of(
            new Affine(matrix(width, ROWS, SEED + 3), tensor(width, -1f, 1f, SEED + 4)),
            Layout.of(Shape.of(ROWS)),
            target);
    MemorySegment currents = random(target.stride(), SEED + 2);
    Runs runs = someRuns(weights, graded);
    for (WeightBlock block : weights.blocks()) {
      kernels.gather(runs, weights, block, currents, target);
    }
    return Arrays.copyOf(bits(currents), width);
  }

  private static Runs someRuns(PackedWeights weights, boolean graded) {
    int[] some = {0, 2, 3, 7, 8};
    int[] indices = Arrays.copyOf(some, Layout.withRoom(some.length));
    float[] values = new float[indices.length];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    Layout source = Layout.of(Shape.of(ROWS));
    Window window = new Window(1, 1, 1, 1, 0, 0, 1, 1, 1);
    Runs runs = new Runs(Windows.of(window, source, Layout.of(Shape.of(1))), weights);
    runs.of(new int[] {0, some.length}, indices, graded ? values : null);
    return runs;
  }

  private static Tensor matrix(int rows, int columns, long seed) {
    Tensor flat = tensor(rows * columns, -1f, 1f, seed);
    return Tensor.adopt(Shape.of(rows, columns), flat.toArray());
  }

  private static List<LIF> neurons(int width) {
    Tensor some = tensor(width, 0f, 1f, SEED + 5);
    Tensor drift = tensor(width, -0.1f, 0.1f, SEED + 6);
    Tensor one = Tensor.scalar(1f);
    Tensor zero = Tensor.scalar(0f);
    return Stream.of(ThresholdRule.values())
        .flatMap(
            threshold ->
                Stream.of(SpikeRule.values())
                    .flatMap(
                        spike ->
                            Stream.of(ResetRule.values())
                                .map(reset -> new Firing(some, threshold, spike, reset, drift))))
        .flatMap(
            firing ->
                Stream.of(
                    new LIF(one, one, zero, firing),
                    new LIF(some, some, drift, firing),
                    new LIF(Tensor.scalar(0.5f), Tensor.scalar(0.7f), zero, firing),
                    new LIF(wholeLeaks(width), one, drift, firing, LeakRounding.WHOLE)))
        .toList();
  }

  private static Tensor wholeLeaks(int width) {
    float[] leaks = tensor(width, 0f, 1f, SEED + 9).toArray();
    for (int i = 0; i < width; i++) {
      leaks[i] = (float) (Math.floor(leaks[i] * LeakRounding.WHOLE_ONE) / LeakRounding.WHOLE_ONE);
    }
    return Tensor.adopt(Shape.of(width), leaks);
  }

  /** Who fired, how often, how many changed, and the potentials' bits, as one text to compare. */
  private static String update(Kernels kernels, LIF neuron, int width) {
    Layout layout = Layout.of(Shape.of(width));
    NeuronParameters parameters = NeuronParameters.of(neuron, layout);
    MemorySegment potentials = random(layout.stride(), SEED + 7);
    if (neuron.leakRounding() == LeakRounding.WHOLE) {
      enlarge(potentials);
    }
    FiredNeurons fired =
        new FiredNeurons(layout.size(), neuron.firing().spikeRule() == SpikeRule.MULTIPLE);
    kernels.update(parameters, potentials, random(layout.stride(), SEED + 8), layout, 0, 1, fired);
    return Arrays.toString(Arrays.copyOf(fired.indices(), fired.count()))
        + (fired.spikes() == null
            ? ""
            : Arrays.toString(Arrays.copyOf(fired.spikes(), fired.count())))
        + fired.updated()
        + Arrays.toString(Arrays.copyOf(bits(potentials), width));
  }

  /** Makes whole numbers below 2^24 of numbers in -1..1. */
  private static void enlarge(MemorySegment values) {
    for (int i = 0; i < values.byteSize() / Float.BYTES; i++) {
      float large = values.getAtIndex(JAVA_FLOAT, i) * (1 << 24);
      values.setAtIndex(JAVA_FLOAT, i, (float) Math.rint(large));
    }
  }

  private static Tensor tensor(int size, float least, float most, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = least + (most - least) * (0.001f + random.nextFloat());
    }
    return Tensor.adopt(Shape.of(size), values);
  }

  private static MemorySegment random(int floats, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    MemorySegment segment = Arena.ofAuto().allocate(4L * Layout.padded(floats), 64);
    for (int i = 0; i < floats; i++) {
      segment.setAtIndex(JAVA_FLOAT, i, 2 * random.nextFloat() - 1);
    }
    return segment;
  }

  private static int[] bits(MemorySegment segment) {
    int[] bits = new int[(int) (segment.byteSize() / Float.BYTES)];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(segment.getAtIndex(JAVA_FLOAT, i));
    }
    return bits;
  }
}

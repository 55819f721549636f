package org.spikeledger.models.nir;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A sound file with changes to what is in it: nodes and fields removed, types, sizes and numbers
 * changed, edges that lead nowhere or stand twice.
 */
final class NetworkMutation {

  private static final List<String> TYPES =
      List.of(
          "Input",
          "Output",
          "Conv1d",
          "Conv2d",
          "Linear",
          "Affine",
          "Scale",
          "SumPool2d",
          "IF",
          "I",
          "LI",
          "LIF",
          "CubaLI",
          "CubaLIF",
          "Threshold",
          "Delay",
          "Flatten",
          "NIRGraph",
          "Quantum");
  private static final List<String> FIELDS =
      List.of(
          "shape",
          "weight",
          "bias",
          "stride",
          "padding",
          "dilation",
          "groups",
          "input_shape",
          "tau",
          "r",
          "v_leak",
          "v_threshold",
          "v_reset",
          "type",
          "edges",
          "nodes");
  private static final List<Object> VALUES =
      List.of(
          new long[] {Integer.MAX_VALUE},
          new long[] {1, 30_000, 30_000},
          new long[] {-1, 0, Long.MIN_VALUE},
          new long[] {0},
          1L << 40,
          0L,
          "same",
          "",
          new float[][][][] {{{{Float.NaN}}}},
          new float[1][1],
          new double[] {Double.POSITIVE_INFINITY},
          new double[] {-1e300},
          new double[] {1e-320, 1, 1},
          new float[300][400],
          new String[] {"a", "b", "c"},
          new byte[] {-1},
          new long[][][][][] {{{{{1}}}}});

  private NetworkMutation() {}

  static void write(Random random, Path file) {
    NirFileMaker maker = random.nextBoolean() ? NirFileMaker.convolution() : NirFileMaker.lif();
    String middle = maker.has("conv") ? "conv" : "neuron";
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      String node = pick(random, List.of("input", middle, "output"));
      String field = pick(random, FIELDS);
      switch (random.nextInt(5)) {
        case 0 -> maker.without(node, field);
        case 1 -> maker.set(node, "type", pick(random, TYPES));
        case 2 -> maker.chain(node, pick(random, List.of("input", middle, "output", "nowhere")));
        default -> maker.set(node, field, pick(random, VALUES));
      }
    }
    if (random.nextInt(10) == 0) {
      maker.withoutNode(pick(random, List.of("input", middle, "output")));
    }
    if (random.nextInt(8) == 0) {
      maker = nested(random, maker);
    }
    maker.write(file);
  }

  /** The network within others, perhaps deeper than is read. */
  private static NirFileMaker nested(Random random, NirFileMaker inner) {
    NirFileMaker outer = inner;
    for (int depth = random.nextInt(2) == 0 ? 1 : 40; depth > 0; depth--) {
      outer =
          new NirFileMaker()
              .node("input", "Input", "shape", new long[] {3})
              .nest("inner", outer)
              .node("output", "Output", "shape", new long[] {3})
              .chain("input", "inner", "output");
    }
    return outer;
  }

  private static <T> T pick(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

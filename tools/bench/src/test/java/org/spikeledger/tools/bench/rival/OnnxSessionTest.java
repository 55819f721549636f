package org.spikeledger.tools.bench.rival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.tools.bench.onnx.AnnModel;
import org.spikeledger.tools.bench.workload.Block;
import org.spikeledger.tools.bench.workload.Chain;

/** The rival has to be right: its outputs are held to plain loops over the same weights. */
class OnnxSessionTest {

  private static final long SEED = 11;
  private static final int SIDE = 6;
  private static final int IN = 3;
  private static final int MAPS = 4;
  private static final int CLASSES = 5;
  private static final int POOLED = SIDE / 2;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final float[] kernel = values(MAPS * IN * 9);
  private final float[] matrix = values(CLASSES * MAPS * POOLED * POOLED);
  private final Chain chain =
      new Chain(
          Shape.of(IN, SIDE, SIDE),
          List.of(
              new Block(
                  "conv",
                  false,
                  false,
                  Conv2d.of(Tensor.of(Shape.of(MAPS, IN, 3, 3), kernel), Optional.empty(), 1)),
              new Block(
                  "linear",
                  true,
                  true,
                  new Linear(Tensor.of(Shape.of(CLASSES, MAPS * POOLED * POOLED), matrix)))));

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private float[] plain(float[] input) {
    double[] means = new double[MAPS * POOLED * POOLED];
    for (int map = 0; map < MAPS; map++) {
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          means[(map * POOLED + y / 2) * POOLED + x / 2] += Math.max(0, sum(input, map, y, x)) / 4;
        }
      }
    }
    float[] output = new float[CLASSES];
    for (int row = 0; row < CLASSES; row++) {
      double sum = 0;
      for (int i = 0; i < means.length; i++) {
        sum += matrix[row * means.length + i] * means[i];
      }
      output[row] = (float) sum;
    }
    return output;
  }

  private double sum(float[] input, int map, int y, int x) {
    double sum = 0;
    for (int channel = 0; channel < IN; channel++) {
      for (int tap = 0; tap < 9; tap++) {
        int row = y + tap / 3 - 1;
        int column = x + tap % 3 - 1;
        if (row >= 0 && row < SIDE && column >= 0 && column < SIDE) {
          sum +=
              kernel[(map * IN + channel) * 9 + tap]
                  * input[(channel * SIDE + row) * SIDE + column];
        }
      }
    }
    return sum;
  }

  @Test
  void float32GivesWhatPlainLoopsGive() {
    float[] two = values(2 * chain.input().size());
    float[] first = java.util.Arrays.copyOf(two, two.length / 2);
    float[] second = java.util.Arrays.copyOfRange(two, two.length / 2, two.length);
    try (OnnxSession session = new OnnxSession(AnnModel.float32(chain, 2))) {
      float[] output = session.outputs(two, OnnxBatches.shape(chain, 2)).get(AnnModel.OUTPUT);
      assertArrayEquals(plain(first), java.util.Arrays.copyOf(output, CLASSES), 1e-4f);
      assertArrayEquals(
          plain(second), java.util.Arrays.copyOfRange(output, CLASSES, 2 * CLASSES), 1e-4f);
    }
  }

  @Test
  void int8GivesNearlyWhatPlainLoopsGive() {
    float[] input = values(chain.input().size());
    var ranges = ActivationRanges.of(chain, List.of(input));
    assertEquals(2, ranges.size() - (ranges.containsKey(AnnModel.OUTPUT) ? 1 : 0), "" + ranges);
    try (OnnxSession session = new OnnxSession(AnnModel.int8(chain, 1, ranges))) {
      float[] output = session.outputs(input, OnnxBatches.shape(chain, 1)).get(AnnModel.OUTPUT);
      float[] expected = plain(input);
      double error = 0;
      double size = 0;
      for (int i = 0; i < CLASSES; i++) {
        error += Math.pow(output[i] - expected[i], 2);
        size += Math.pow(expected[i], 2);
      }
      assertTrue(Math.sqrt(error / size) < 0.05, "relative error " + Math.sqrt(error / size));
      assertTrue(error > 0, "int8 rounds: seed=" + SEED);
    }
  }
}

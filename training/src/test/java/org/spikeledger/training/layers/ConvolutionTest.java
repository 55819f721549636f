package org.spikeledger.training.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

/** libtorch's convolutions against plain loops in double: some builds are wrong on small shapes. */
@WithLibtorch
class ConvolutionTest {
  private static final int KERNEL = 3;

  @ParameterizedTest
  @CsvSource({
    "6, 1, 1, 4, FLOAT32", "6, 16, 1, 4, FLOAT32", "6, 16, 1, 32, FLOAT32",
    "6, 16, 3, 64, FLOAT32", "6, 1, 4, 4, FLOAT32", "6, 16, 4, 8, FLOAT32",
    "6, 16, 8, 16, FLOAT32", "6, 16, 32, 64, FLOAT32", "6, 1, 4, 4, BFLOAT16",
    "6, 16, 4, 8, BFLOAT16", "6, 16, 8, 16, BFLOAT16", "6, 16, 32, 64, BFLOAT16",
    "6, 16, 6, 10, FLOAT32", "6, 16, 6, 10, BFLOAT16", "4, 16, 8, 16, BFLOAT16",
    "4, 16, 32, 64, BFLOAT16", "4, 5, 6, 10, BFLOAT16", "2, 16, 32, 64, BFLOAT16",
    "2, 7, 6, 10, BFLOAT16", "2, 1, 4, 4, BFLOAT16", "2, 16, 32, 64, FLOAT32"
  })
  void aConvolutionAndItsGradientsAreThoseOfPlainLoops(
      int side, int batch, int in, int out, Precision precision) {
    SplittableRandom random = new SplittableRandom(9);
    float[] x = draw(random, batch * in * side * side);
    float[] w = draw(random, out * in * KERNEL * KERNEL);
    float[] g = draw(random, batch * out * side * side);
    Tensor input = FloatTensors.dense(FloatTensors.of(x, batch, in, side, side)).detach();
    input.set_requires_grad(true);
    Tensor weight = FloatTensors.parameter(FloatTensors.of(w, out, in, KERNEL, KERNEL));
    Pass pass = Pass.learning(1, precision);
    Tensor result = new Synapses.Convolution(weight, null, 1, 1).currents(input, pass);
    result.mul(FloatTensors.of(g, batch, out, side, side)).sum().backward();
    pass.late().compute();

    Loops loops = new Loops(side, batch, in, out);
    loops.run(x, w, g);
    double tolerance = precision == Precision.FLOAT32 ? 1e-5 : 1e-2;
    assertClose(loops.result, FloatTensors.values(result), tolerance, "result");
    assertClose(loops.byWeight, FloatTensors.values(weight.grad()), tolerance, "by weight");
    // The gradient by a network's images, of one channel, is never used.
    if (in > 1) {
      assertClose(loops.byInput, FloatTensors.values(input.grad()), tolerance, "by input");
    }
  }

  private static void assertClose(double[] expected, float[] actual, double tolerance, String of) {
    double size = Arrays.stream(expected).map(Math::abs).sum();
    double error = 0;
    for (int i = 0; i < expected.length; i++) {
      error += Math.abs(expected[i] - actual[i]);
    }
    assertEquals(0, error / size, tolerance, of);
  }

  private static float[] draw(SplittableRandom random, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Stride 1, padding 1. */
  private static final class Loops {
    private final int side;
    private final int batch;
    private final int in;
    private final int out;
    private final double[] result;
    private final double[] byWeight;
    private final double[] byInput;

    Loops(int side, int batch, int in, int out) {
      this.side = side;
      this.batch = batch;
      this.in = in;
      this.out = out;
      result = new double[batch * out * side * side];
      byWeight = new double[out * in * KERNEL * KERNEL];
      byInput = new double[batch * in * side * side];
    }

    void run(float[] x, float[] w, float[] g) {
      for (int b = 0; b < batch; b++) {
        for (int o = 0; o < out; o++) {
          for (int i = 0; i < in; i++) {
            for (int pixel = 0; pixel < side * side; pixel++) {
              taps(x, w, g, (b * out + o) * side * side + pixel, (b * in + i), o * in + i, pixel);
            }
          }
        }
      }
    }

    private void taps(float[] x, float[] w, float[] g, int target, int map, int pair, int pixel) {
      for (int tap = 0; tap < KERNEL * KERNEL; tap++) {
        int row = pixel / side + tap / KERNEL - 1;
        int column = pixel % side + tap % KERNEL - 1;
        if (row >= 0 && row < side && column >= 0 && column < side) {
          int from = (map * side + row) * side + column;
          int synapse = pair * KERNEL * KERNEL + tap;
          result[target] += (double) x[from] * w[synapse];
          byWeight[synapse] += (double) x[from] * g[target];
          byInput[from] += (double) w[synapse] * g[target];
        }
      }
    }
  }
}

package org.spikeledger.training.stages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.data.Batch;
import org.spikeledger.training.layers.AnnNetwork;
import org.spikeledger.training.layers.StepResult;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.Transform;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

/** A network of one linear layer learns from another one. */
@WithLibtorch
class TargetsTest {
  private static final int IMAGES = 5;
  private static final int PIXELS = 4;
  private static final int CLASSES = 3;

  @Test
  void theGradientIsTheDifferenceOfTheProbabilitiesTimesTheImage() {
    torch.manual_seed(11);
    Tensor images = torch.randn(IMAGES, 1, 2, 2);
    Batch batch =
        new Batch(images, torch.zeros(new long[] {IMAGES}).to(torch.ScalarType.Long), IMAGES);
    Tensor taught = weights();
    Tensor teaching = weights();
    Targets targets = Targets.ofTeacher(network(teaching), Precision.FLOAT32);

    StepResult result = network(taught).step(batch.images(), batch.labels(), targets.of(batch));

    float[] x = FloatTensors.values(images);
    double[][] student = probabilities(FloatTensors.values(taught), x);
    double[][] teacher = probabilities(FloatTensors.values(teaching), x);
    assertArrayEquals(gradient(student, teacher, x), FloatTensors.values(taught.grad()), 1e-5f);
    assertEquals(crossEntropy(student, teacher), result.loss(), 1e-5);
    assertEquals(firstIsLargest(student), result.correct(), "correct is what the labels say");
    assertFalse(teaching.grad().defined(), "the teacher does not learn");
  }

  private static float[] gradient(double[][] student, double[][] teacher, float[] x) {
    float[] gradient = new float[CLASSES * PIXELS];
    for (int c = 0; c < CLASSES; c++) {
      for (int p = 0; p < PIXELS; p++) {
        double sum = 0;
        for (int i = 0; i < IMAGES; i++) {
          sum += (student[i][c] - teacher[i][c]) * x[i * PIXELS + p];
        }
        gradient[c * PIXELS + p] = (float) (sum / IMAGES);
      }
    }
    return gradient;
  }

  private static double crossEntropy(double[][] student, double[][] teacher) {
    double sum = 0;
    for (int i = 0; i < IMAGES; i++) {
      for (int c = 0; c < CLASSES; c++) {
        sum -= teacher[i][c] * Math.log(student[i][c]);
      }
    }
    return sum / IMAGES;
  }

  private static long firstIsLargest(double[][] probabilities) {
    return List.of(probabilities).stream().filter(p -> p[0] > Math.max(p[1], p[2])).count();
  }

  private static double[][] probabilities(float[] weights, float[] x) {
    double[][] probabilities = new double[IMAGES][CLASSES];
    for (int i = 0; i < IMAGES; i++) {
      double sum = 0;
      for (int c = 0; c < CLASSES; c++) {
        double logit = 0;
        for (int p = 0; p < PIXELS; p++) {
          logit += (double) weights[c * PIXELS + p] * x[i * PIXELS + p];
        }
        probabilities[i][c] = Math.exp(logit);
        sum += probabilities[i][c];
      }
      for (int c = 0; c < CLASSES; c++) {
        probabilities[i][c] /= sum;
      }
    }
    return probabilities;
  }

  private static AnnNetwork network(Tensor weights) {
    return new AnnNetwork(
        List.of(
            new WeightedLayer(
                "linear", List.of(new Transform.Flattening()), new Synapses.Linear(weights, null))),
        Precision.FLOAT32);
  }

  private static Tensor weights() {
    return FloatTensors.parameter(torch.randn(CLASSES, PIXELS));
  }
}

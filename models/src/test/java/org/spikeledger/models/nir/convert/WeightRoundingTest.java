package org.spikeledger.models.nir.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

class WeightRoundingTest {

  private static final Random RANDOM = new Random(5);

  private static Tensor random(int rows, int columns) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) RANDOM.nextGaussian();
    }
    return Tensor.adopt(Shape.of(rows, columns), values);
  }

  @Test
  void everyRowHasAtMostAsManyValuesAsItsBitsAndKeepsItsLargest() {
    Tensor weights = random(4, 500);
    for (int bits = 2; bits <= 8; bits++) {
      Tensor rounded = new LevelBits(bits).round(weights);
      for (int row = 0; row < 4; row++) {
        Set<Float> values = new HashSet<>();
        float before = 0;
        float after = 0;
        for (int i = row * 500; i < (row + 1) * 500; i++) {
          values.add(rounded.get(i) + 0f);
          before = Math.max(before, Math.abs(weights.get(i)));
          after = Math.max(after, Math.abs(rounded.get(i)));
        }
        assertEquals(before, after);
        assertTrue(values.size() <= (1 << bits) - 1, "bits=" + bits + " values=" + values.size());
        double step = before / (double) ((1 << (bits - 1)) - 1);
        for (int i = row * 500; i < (row + 1) * 500; i++) {
          assertEquals(weights.get(i), rounded.get(i), step / 2 * 1.000001, "bits=" + bits);
        }
      }
    }
  }

  @Test
  void fewerMantissaBitsAreTheNearestNumberThatHasThem() {
    Tensor weights = random(1, 2000);
    for (int bits : new int[] {1, 4, 10, 22}) {
      Tensor rounded = new MantissaBits(bits).round(weights);
      for (int i = 0; i < weights.size(); i++) {
        float unit = Math.ulp(weights.get(i)) * (1 << (23 - bits));
        BigDecimal steps = new BigDecimal(rounded.get(i)).divide(new BigDecimal(unit));
        assertEquals(0, steps.stripTrailingZeros().scale() > 0 ? 1 : 0, "bits=" + bits);
        assertEquals(weights.get(i), rounded.get(i), unit / 2, "bits=" + bits);
      }
    }
  }

  @Test
  void allMantissaBitsAndZerosAndTheLargestNumberStay() {
    Tensor weights = Tensor.of(Shape.of(1, 4), 1.1f, 0f, -0f, Float.MAX_VALUE);
    assertEquals(weights, new MantissaBits(23).round(weights));
    assertEquals(Float.MAX_VALUE, new MantissaBits(3).round(weights).get(3));
    assertEquals(
        Tensor.of(Shape.of(1, 2), 0, 0), new LevelBits(4).round(Tensor.of(Shape.of(1, 2), 0, 0)));
  }

  @Test
  void biasesStay() {
    Tensor bias = Tensor.of(Shape.of(2), 0.123f, 0.456f);
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(3)))
            .node("affine", new Affine(random(2, 3), bias))
            .node("output", new Output())
            .chain("input", "affine", "output")
            .build();
    Affine rounded = (Affine) new LevelBits(3).applyTo(graph).node("affine");
    assertEquals(bias, rounded.biases());
  }

  @Test
  void bitsOutOfRangeAreRefused() {
    assertThrows(BadInputException.class, () -> new LevelBits(1));
    assertThrows(BadInputException.class, () -> new LevelBits(17));
    assertThrows(BadInputException.class, () -> new MantissaBits(0));
    assertThrows(BadInputException.class, () -> new MantissaBits(24));
  }

  @Test
  void aPatternKeepsWhichWeightsAreZeroAndNothingElseOfThem() {
    Tensor weights = Tensor.of(Shape.of(1, 4), 0.3f, 0f, -0f, -Float.MIN_VALUE);
    assertEquals(Tensor.of(Shape.of(1, 4), 1, 0, 0, 1), new WeightPattern().round(weights));
  }

  @Test
  void aPatternIsRefusedWhereSumsOfWeightedEventsAreWeightedAgain() {
    Graph twice =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node("first", new Linear(random(3, 2)))
            .node("second", new Linear(random(4, 3)))
            .node("output", new Output())
            .chain("input", "first", "second", "output")
            .build();
    BadInputException refused =
        assertThrows(BadInputException.class, () -> new WeightPattern().applyTo(twice));
    assertTrue(refused.getMessage().contains("connection=first target=second"));
  }
}

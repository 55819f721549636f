package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

class NumericFieldTest {

  private static final int[] THREE = {3};

  @Test
  void equalValuesOfAnyWidthAreKeptOnceAndReadEverywhere() {
    for (Object values :
        List.of(
            new float[] {7, 7, 7},
            new double[] {7, 7, 7},
            new long[] {7, 7, 7},
            new byte[] {7, 7, 7},
            new BigInteger[] {
              BigInteger.valueOf(7), BigInteger.valueOf(7), BigInteger.valueOf(7)
            })) {
      NumericField field = new NumericField(THREE, values);
      assertTrue(field.isUniform());
      assertFalse(field.isSingle());
      assertEquals(3, field.size());
      assertEquals(7, field.get(2));
      assertEquals(Tensor.of(Shape.of(3), 7f, 7f, 7f), field.toTensor());
    }
  }

  @Test
  void zerosOfDifferentSignsAreNotEqual() {
    NumericField field = new NumericField(THREE, new double[] {0, 0, -0.0});
    assertFalse(field.isUniform());
    assertEquals(Tensor.of(Shape.of(3), 0f, 0f, -0f), field.toTensor());
  }

  @Test
  void aParameterOfUniformFieldsIsUniformAndHasTheirShape() {
    NumericField tau = new NumericField(THREE, new double[] {.5, .5, .5});
    NumericField r = new NumericField(new int[0], new double[] {4});
    Tensor gain = new Combination("neurons", tau, r).of(i -> tau.get(i) * r.get(i));
    assertEquals(Tensor.of(Shape.of(3), 2f, 2f, 2f), gain);
  }
}

package org.spikeledger.models.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TensorTest {

  @Test
  void equalityIsOfShapeAndRawBits() {
    Tensor tensor = Tensor.of(Shape.of(2), 0f, 1f);
    assertEquals(tensor, Tensor.of(Shape.of(2), 0f, 1f));
    assertEquals(tensor.hashCode(), Tensor.of(Shape.of(2), 0f, 1f).hashCode());
    assertNotEquals(tensor, Tensor.of(Shape.of(2), -0f, 1f));
    assertNotEquals(tensor, Tensor.of(Shape.of(2, 1), 0f, 1f));
    assertNotEquals(Tensor.scalar(1f), Tensor.of(Shape.of(1), 1f));
  }

  @Test
  void aScalarGivesItsValueAtEveryIndex() {
    Tensor scalar = Tensor.scalar(3f);
    assertEquals(3f, scalar.get(0));
    assertEquals(3f, scalar.get(1000));
    assertTrue(scalar.isScalar());
    assertEquals(1, scalar.size());
  }

  @Test
  void valuesCannotBeChangedFromOutside() {
    float[] values = {1f, 2f};
    Tensor tensor = Tensor.of(Shape.of(2), values);
    values[0] = 9f;
    tensor.toArray()[1] = 9f;
    assertEquals(Tensor.of(Shape.of(2), 1f, 2f), tensor);
  }

  @Test
  void zerosOfEitherSignAreZeroButNotTheSameBits() {
    Tensor zeros = Tensor.of(Shape.of(2), 0f, -0f);
    assertTrue(zeros.isZero());
    assertFalse(zeros.isAll(0f));
    assertEquals(0, zeros.nonZero());
    assertEquals(2, Tensor.of(Shape.of(3), 0f, 1f, Float.NaN).nonZero());
  }

  @Test
  void nanAndInfinityAreNotFinite() {
    assertTrue(Tensor.of(Shape.of(2), Float.MAX_VALUE, -1f).isFinite());
    assertFalse(Tensor.of(Shape.of(2), 1f, Float.NaN).isFinite());
    assertFalse(Tensor.of(Shape.of(2), 1f, Float.NEGATIVE_INFINITY).isFinite());
  }

  @Test
  void oneValueForAllIsTheSameTensorAsItsRepetition() {
    Tensor uniform = Tensor.uniform(Shape.of(2, 3), -0f);
    assertEquals(Tensor.of(Shape.of(2, 3), -0f, -0f, -0f, -0f, -0f, -0f), uniform);
    assertEquals(6, uniform.size());
    assertTrue(uniform.isAll(-0f));
    float[] slice = {1f, 2f, 3f};
    uniform.read(4, slice, 2);
    assertArrayEquals(new float[] {-0f, -0f, 3f}, slice);
    assertEquals(Shape.of(6), uniform.reshaped(Shape.of(6)).shape());
  }
}

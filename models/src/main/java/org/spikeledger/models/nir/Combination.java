package org.spikeledger.models.nir;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/** Makes one parameter of several fields of a node, element by element; single values broadcast. */
final class Combination {

  private final Shape shape;
  private final boolean uniform;

  Combination(String node, NumericField... parameters) {
    shape = commonShape(node, parameters);
    uniform = Arrays.stream(parameters).allMatch(NumericField::isUniform);
  }

  /** The values, each rounded to float32 once. */
  Tensor of(IntToDoubleFunction value) {
    if (uniform) {
      return Tensor.uniform(shape, (float) value.applyAsDouble(0));
    }
    float[] rounded = new float[shape.size()];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) value.applyAsDouble(i);
    }
    return Tensor.adopt(shape, rounded);
  }

  private static Shape commonShape(String node, NumericField... parameters) {
    Shape common = Shape.SCALAR;
    for (NumericField parameter : parameters) {
      if (parameter.isSingle()) {
        continue;
      }
      Shape shape = parameter.shape();
      if (!common.equals(Shape.SCALAR) && !common.equals(shape)) {
        throw new BadInputException(
            "neuron parameters of more than one element share a shape: shape=%s other=%s node=%s"
                .formatted(common, shape, node));
      }
      common = shape;
    }
    return common;
  }
}

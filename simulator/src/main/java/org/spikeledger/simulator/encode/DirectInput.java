package org.spikeledger.simulator.encode;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/**
 * Direct encoding: the analog values are the first layer's current at every timestep. A value of
 * plus or minus zero is no event.
 */
public final class DirectInput implements EncodedInput {

  private final Shape shape;
  private final float[] values;
  private final KnownDigest digest = new KnownDigest();

  /**
   * Takes over values that the caller never touches again.
   *
   * @param shape in NIR's order
   * @param values in canonical order, one an element, finite
   */
  public DirectInput(Shape shape, float[] values) {
    if (values.length != shape.size()) {
      throw new BadInputException(
          "an input needs a value for each element: values=" + values.length + " shape=" + shape);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new BadInputException(
            "an input value must be finite: value=" + values[i] + " canonicalIndex=" + i);
      }
    }
    this.shape = shape;
    this.values = values;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public ValueKind kind() {
    return ValueKind.ANALOG;
  }

  /** The number of values. */
  public int size() {
    return values.length;
  }

  /** The value at a canonical index. */
  public float value(int canonicalIndex) {
    return values[canonicalIndex];
  }

  @Override
  public byte[] digest() {
    return digest.get(() -> InputDigest.of(this));
  }
}

package org.spikeledger.simulator.encode;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/**
 * Encodes an image directly: each byte becomes its normalised analog value. Immutable; any thread
 * may use it.
 */
public final class DirectEncoder implements ImageEncoder {

  private final Shape shape;
  private final Normalisation normalisation;
  private final CanonicalOrder order;
  private final float[][] valueOfByte;

  /**
   * An encoder for images of one shape.
   *
   * @param shape (channels, rows, columns)
   * @param normalisation of as many channels
   */
  public DirectEncoder(Shape shape, Normalisation normalisation) {
    if (normalisation.channels() != shape.channels()) {
      throw new BadInputException(
          "a normalisation speaks of the input's channels: channels=%d shape=%s"
              .formatted(normalisation.channels(), shape));
    }
    this.shape = shape;
    this.normalisation = normalisation;
    this.order = CanonicalOrder.of(shape);
    this.valueOfByte = new float[shape.channels()][256];
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int each = 0; each < 256; each++) {
        valueOfByte[channel][each] = normalisation.value(channel, each);
      }
    }
  }

  /** The mean and standard deviation of each channel. */
  @Override
  public String description() {
    return "direct mean=%s standardDeviation=%s"
        .formatted(normalisation.mean(), normalisation.standardDeviation());
  }

  @Override
  public ValueKind kind() {
    return ValueKind.ANALOG;
  }

  @Override
  public DirectInput encode(byte[] image, long sample) {
    return encode(image);
  }

  /** Encodes unsigned bytes in NIR's order (channel, row, column). */
  public DirectInput encode(byte[] image) {
    float[] values = new float[shape.size()];
    int plane = shape.rows() * shape.columns();
    for (int i = 0; i < values.length; i++) {
      values[order.fromNir(i)] = valueOfByte[i / plane][Byte.toUnsignedInt(image[i])];
    }
    return new DirectInput(shape, values);
  }
}

package org.spikeledger.simulator.encode;

import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/**
 * Encodes an image as one spike a pixel, the brighter the earlier: a pixel of byte x spikes at
 * timestep (255 - x) * (T - 1) / 255, rounded half up; a pixel of 0 never does.
 */
public final class LatencyEncoder implements ImageEncoder {

  private static final int BRIGHTEST = 255;

  private final Shape shape;
  private final int timesteps;
  private final CanonicalOrder order;

  /**
   * An encoder for images of one shape.
   *
   * @param shape of an image
   * @param timesteps T of an inference, at least 1
   */
  public LatencyEncoder(Shape shape, int timesteps) {
    this.shape = shape;
    this.timesteps = timesteps;
    this.order = CanonicalOrder.of(shape);
  }

  @Override
  public String description() {
    return "latency";
  }

  @Override
  public ValueKind kind() {
    return ValueKind.BINARY;
  }

  @Override
  public EventInput encode(byte[] image, long sample) {
    int[] starts = new int[timesteps + 1];
    for (byte pixel : image) {
      if (pixel != 0) {
        starts[timestep(pixel) + 1]++;
      }
    }
    for (int t = 0; t < timesteps; t++) {
      starts[t + 1] += starts[t];
    }
    int[] next = starts.clone();
    int[] indices = new int[starts[timesteps]];
    for (int i = 0; i < shape.size(); i++) {
      byte pixel = image[order.toNir(i)];
      if (pixel != 0) {
        indices[next[timestep(pixel)]++] = i;
      }
    }
    return new EventInput(shape, starts, indices, null);
  }

  private int timestep(byte pixel) {
    int dimness = BRIGHTEST - Byte.toUnsignedInt(pixel);
    return (2 * dimness * (timesteps - 1) + BRIGHTEST) / (2 * BRIGHTEST);
  }
}

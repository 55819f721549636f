package org.spikeledger.simulator.encode;

import java.util.Arrays;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/**
 * Encodes an image as spikes: in each timestep a pixel of byte x spikes with probability x / 255,
 * independent of all others. It spikes where {@code floor(bits * 255 / 2^32) < x}, of the 32 bits
 * that {@link CounterRandom} has for seed, sample, timestep and the pixel's canonical index.
 */
public final class RateEncoder implements ImageEncoder {

  private static final int BRIGHTEST = 255;

  private final Shape shape;
  private final int timesteps;
  private final long seed;
  private final CanonicalOrder order;

  /**
   * An encoder for images of one shape.
   *
   * @param shape of an image
   * @param timesteps of an inference, at least 1
   * @param seed of the random streams
   */
  public RateEncoder(Shape shape, int timesteps, long seed) {
    this.shape = shape;
    this.timesteps = timesteps;
    this.seed = seed;
    this.order = CanonicalOrder.of(shape);
  }

  @Override
  public String description() {
    return "rate seed=" + seed;
  }

  @Override
  public ValueKind kind() {
    return ValueKind.BINARY;
  }

  @Override
  public EventInput encode(byte[] image, long sample) {
    CounterRandom random = new CounterRandom(seed, sample);
    int[] starts = new int[timesteps + 1];
    int[] indices = new int[shape.size()];
    int count = 0;
    for (int t = 0; t < timesteps; t++) {
      for (int i = 0; i < shape.size(); i++) {
        int brightness = Byte.toUnsignedInt(image[order.toNir(i)]);
        if ((random.bits(t, i) * BRIGHTEST) >>> Integer.SIZE < brightness) {
          if (count == indices.length) {
            indices = Arrays.copyOf(indices, Math.multiplyExact(count, 2));
          }
          indices[count++] = i;
        }
      }
      starts[t + 1] = count;
    }
    return new EventInput(shape, starts, Arrays.copyOf(indices, count), null);
  }
}

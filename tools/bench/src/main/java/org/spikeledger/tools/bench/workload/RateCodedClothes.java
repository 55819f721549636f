package org.spikeledger.tools.bench.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.dataset.FashionMnist;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.EventInput;

/**
 * The first images of Fashion-MNIST's test set as spikes: a pixel fires in a timestep with a
 * probability in proportion to its brightness, scaled so that the mean over all pixels is the rate.
 */
final class RateCodedClothes {

  private static final long SEED = 5;

  private final List<byte[]> images = new ArrayList<>();
  private final double probabilityOfOne;
  private final int timesteps;

  private RateCodedClothes(double rate, int timesteps) {
    Dataset dataset = FashionMnist.bundledTest();
    long sum = 0;
    for (int i = 0; i < SeededSpikes.PATTERNS; i++) {
      byte[] image = new byte[dataset.imageShape().size()];
      dataset.image(i, image);
      images.add(image);
      for (byte pixel : image) {
        sum += Byte.toUnsignedInt(pixel);
      }
    }
    double mean = (double) sum / images.size() / dataset.imageShape().size();
    this.probabilityOfOne = rate / mean;
    this.timesteps = timesteps;
  }

  /** Spikes of the first images at a mean rate a pixel and timestep. */
  static List<EventInput> of(double rate, int timesteps) {
    RateCodedClothes coded = new RateCodedClothes(rate, timesteps);
    SplittableRandom random = new SplittableRandom(SEED);
    return coded.images.stream().map(image -> coded.spikes(image, random)).toList();
  }

  private EventInput spikes(byte[] image, SplittableRandom random) {
    int[] starts = new int[timesteps + 1];
    int[] indices = new int[timesteps * image.length];
    int count = 0;
    for (int timestep = 0; timestep < timesteps; timestep++) {
      for (int i = 0; i < image.length; i++) {
        if (random.nextDouble() < probabilityOfOne * Byte.toUnsignedInt(image[i])) {
          indices[count++] = i;
        }
      }
      starts[timestep + 1] = count;
    }
    return new EventInput(Shape.of(image.length), starts, Arrays.copyOf(indices, count), null);
  }
}

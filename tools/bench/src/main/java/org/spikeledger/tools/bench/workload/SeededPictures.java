package org.spikeledger.tools.bench.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.DirectInput;

/** Directly encoded pictures from a seed: standard normal values, as after normalisation. */
final class SeededPictures {

  private SeededPictures() {}

  static List<DirectInput> of(Shape shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<DirectInput> pictures = new ArrayList<>();
    for (int i = 0; i < SeededSpikes.PATTERNS; i++) {
      float[] values = new float[shape.size()];
      for (int j = 0; j < values.length; j++) {
        values[j] = (float) random.nextGaussian();
      }
      pictures.add(new DirectInput(shape, values));
    }
    return pictures;
  }
}

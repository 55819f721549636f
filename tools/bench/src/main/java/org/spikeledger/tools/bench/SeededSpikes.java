package org.spikeledger.tools.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.EventInput;

/** Patterns of single spikes from a seed, so many that no branch predictor learns them. */
final class SeededSpikes {

  /** How many patterns a benchmark cycles through. */
  static final int PATTERNS = 64;

  private SeededSpikes() {}

  /** Independent spikes at a rate a neuron and timestep, one timestep each pattern. */
  static EventInput[] patterns(Shape shape, double rate, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    EventInput[] patterns = new EventInput[PATTERNS];
    for (int i = 0; i < PATTERNS; i++) {
      int[] indices =
          random
              .doubles(shape.size())
              .map(each -> each < rate ? 1 : 0)
              .mapToInt(d -> (int) d)
              .toArray();
      patterns[i] = pattern(shape, indices);
    }
    return patterns;
  }

  private static EventInput pattern(Shape shape, int[] spikes) {
    int[] indices = new int[spikes.length];
    int count = 0;
    for (int i = 0; i < spikes.length; i++) {
      if (spikes[i] == 1) {
        indices[count++] = i;
      }
    }
    return new EventInput(shape, new int[] {0, count}, Arrays.copyOf(indices, count), null);
  }
}

package org.spikeledger.tools.bench.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.EventInput;

/** Patterns of single spikes from a seed, so many that no branch predictor learns them. */
public final class SeededSpikes {

  /** How many patterns a benchmark cycles through. */
  public static final int PATTERNS = 64;

  private SeededSpikes() {}

  /** Independent spikes at a rate a neuron and timestep, one timestep each pattern. */
  public static List<EventInput> patterns(Shape shape, double rate, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<EventInput> patterns = new ArrayList<>();
    for (int i = 0; i < PATTERNS; i++) {
      patterns.add(pattern(shape, rate, random));
    }
    return patterns;
  }

  private static EventInput pattern(Shape shape, double rate, SplittableRandom random) {
    int[] indices = new int[shape.size()];
    int count = 0;
    for (int i = 0; i < indices.length; i++) {
      if (random.nextDouble() < rate) {
        indices[count++] = i;
      }
    }
    return new EventInput(shape, new int[] {0, count}, Arrays.copyOf(indices, count), null);
  }
}

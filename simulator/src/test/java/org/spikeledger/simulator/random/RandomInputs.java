package org.spikeledger.simulator.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.encode.InputSource;

/** Inputs of any kind from a seed, some of their elements zero. */
public record RandomInputs(long seed, Shape shape, ValueKind kind, int timesteps, int size)
    implements InputSource {

  @Override
  public String name() {
    return "random";
  }

  @Override
  public String encoder() {
    return "random seed=" + seed;
  }

  @Override
  public int label(int index) {
    return index % 3 == 0 ? -1 : 0;
  }

  @Override
  public EncodedInput input(int index) {
    SplittableRandom random = new SplittableRandom(seed * 1000003 + index);
    return kind == ValueKind.ANALOG ? direct(random) : events(random);
  }

  private DirectInput direct(SplittableRandom random) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(3) == 0 ? 0f : (float) (2 * random.nextDouble() - 0.7);
    }
    return new DirectInput(shape, values);
  }

  private EventInput events(SplittableRandom random) {
    double rate = random.nextDouble() * 0.4;
    List<Integer> indices = new ArrayList<>();
    int[] starts = new int[timesteps + 1];
    for (int t = 0; t < timesteps; t++) {
      for (int i = 0; i < shape.size(); i++) {
        if (random.nextDouble() < rate) {
          indices.add(i);
        }
      }
      starts[t + 1] = indices.size();
    }
    float[] values = kind == ValueKind.BINARY ? null : new float[indices.size()];
    for (int e = 0; values != null && e < values.length; e++) {
      values[e] = random.nextBoolean() ? 1f : (float) (random.nextDouble() - 1.5);
    }
    return new EventInput(
        shape, starts, indices.stream().mapToInt(Integer::intValue).toArray(), values);
  }
}

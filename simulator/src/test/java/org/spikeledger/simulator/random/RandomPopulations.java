package org.spikeledger.simulator.random;

import java.util.SplittableRandom;
import org.spikeledger.models.graph.CubaLI;
import org.spikeledger.models.graph.CubaLIF;
import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.I;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.LI;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Synapse;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.Threshold;
import org.spikeledger.models.graph.ThresholdRule;

/** Populations of every kind and rule for a layer of a shape. */
final class RandomPopulations {

  private final SplittableRandom random;
  private final Shape shape;

  RandomPopulations(SplittableRandom random, Shape shape) {
    this.random = random;
    this.shape = shape;
  }

  Population next() {
    Tensor gain = random.nextBoolean() ? Tensor.scalar(1f) : parameter(0.5f, 1.5f);
    return switch (random.nextInt(12)) {
      case 0 -> new I(parameter(0.05f, 0.3f));
      case 1 -> new LI(parameter(0f, 1f), gain, drift());
      case 2 -> new CubaLI(synapse(), parameter(0f, 1f), gain, drift());
      case 3, 4 -> new CubaLIF(synapse(), parameter(0f, 1f), gain, drift(), firing());
      case 5 -> new Threshold(parameter(0.2f, 1f), ThresholdRule.values()[random.nextInt(2)]);
      case 6, 7 -> new IF(gain, firing());
      case 8, 9 -> new LIF(parameter(0f, 1f), gain, Tensor.scalar(0f), firing());
      default -> new LIF(parameter(0f, 1f), gain, drift(), firing());
    };
  }

  private Synapse synapse() {
    return new Synapse(
        parameter(0f, 1f),
        random.nextBoolean() ? Tensor.scalar(1f) : parameter(0.5f, 1.5f),
        CurrentRule.values()[random.nextInt(2)]);
  }

  private Firing firing() {
    return new Firing(
        parameter(0.2f, 1.5f),
        ThresholdRule.values()[random.nextInt(2)],
        random.nextInt(3) == 0 ? SpikeRule.MULTIPLE : SpikeRule.SINGLE,
        ResetRule.values()[random.nextInt(2)],
        parameter(-0.25f, 0.25f),
        random.nextInt(5) == 0 ? between(0.5f, 2f) : 1f);
  }

  /** One value, or one each. */
  Tensor parameter(float least, float most) {
    if (random.nextBoolean()) {
      return Tensor.scalar(between(least, most));
    }
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = between(least, most);
    }
    return Tensor.adopt(shape, values);
  }

  private Tensor drift() {
    float[] values = parameter(-0.1f, 0.1f).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextBoolean() ? 0f : values[i];
    }
    return values.length == shape.size() && values.length > 1
        ? Tensor.adopt(shape, values)
        : Tensor.scalar(values[0]);
  }

  private float between(float least, float most) {
    return least + (most - least) * (float) random.nextDouble();
  }
}

package org.spikeledger.simulator.quantise;

import java.util.Optional;
import java.util.SplittableRandom;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;

/** Random networks of all that integer mode has a form for, with a residual edge. */
final class IntegerNetworks {

  private final SplittableRandom random;

  private IntegerNetworks(long seed) {
    random = new SplittableRandom(seed);
  }

  static Graph of(long seed) {
    return new IntegerNetworks(seed).make();
  }

  private Graph make() {
    int in = 1 + random.nextInt(3);
    int first = 2 * (1 + random.nextInt(70));
    int second = 2 * (1 + random.nextInt(70));
    int groups = random.nextInt(4) == 0 ? 2 : 1;
    int side = 6;
    int pooled = side / 2;
    int stride = 1 + random.nextInt(2);
    int last = (pooled - 1) / stride + 1;
    return Graph.builder()
        .node("input", new Input(Shape.of(in, side, side)))
        .node("conv1", conv(in, first, 1, 1))
        .node("n1", neuron())
        .node("res", conv(first, first, groups, 1))
        .node("n2", neuron())
        .node("pool", AvgPool2d.of(2))
        .node("conv3", conv(first, second, 1, stride))
        .node("n3", neuron())
        .node("flatten", new Flatten(0, -1))
        .node("fc", affine(second * last * last, 11))
        .node("output", new Output())
        .chain(
            "input", "conv1", "n1", "res", "n2", "pool", "conv3", "n3", "flatten", "fc", "output")
        .edge("n1", "n2")
        .build();
  }

  private Conv2d conv(int in, int out, int groups, int stride) {
    return new Conv2d(
        tensor(Shape.of(out, in / groups, 3, 3), 1f),
        random.nextBoolean() ? Optional.of(tensor(Shape.of(out), 0.2f)) : Optional.empty(),
        Extent2d.of(stride),
        new Padding(1, 1, 1, 1),
        Extent2d.of(1),
        groups);
  }

  private Affine affine(int in, int out) {
    return new Affine(tensor(Shape.of(out, in), 1f), tensor(Shape.of(out), 0.1f));
  }

  private Neuron neuron() {
    Firing firing =
        new Firing(
            Tensor.scalar(0.3f + random.nextFloat()),
            ThresholdRule.values()[random.nextInt(2)],
            SpikeRule.SINGLE,
            ResetRule.values()[random.nextInt(2)],
            Tensor.scalar(0f));
    Tensor gain = Tensor.scalar(0.5f + random.nextFloat());
    return random.nextInt(3) == 0
        ? new IF(gain, firing)
        : new LIF(
            Tensor.scalar(random.nextFloat()),
            gain,
            Tensor.scalar(random.nextBoolean() ? 0f : 0.05f),
            firing);
  }

  private Tensor tensor(Shape shape, float most) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = most * (2 * random.nextFloat() - 1);
    }
    return Tensor.adopt(shape, values);
  }
}

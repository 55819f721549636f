package org.spikeledger.simulator.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.SparseMatrix;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;

/**
 * Small networks that mix every node, from a seed: maps or sequences first, then a flat part, with
 * side paths.
 */
public final class RandomNetworks {

  private final SplittableRandom random;
  private final Graph.Builder builder = Graph.builder();
  private Shape shape;
  private String last;
  private int next;

  private RandomNetworks(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The network of a seed. */
  public static Graph of(long seed) {
    return new RandomNetworks(seed).build();
  }

  private Graph build() {
    last = "input";
    int channels = 4 * (1 + random.nextInt(2));
    boolean sequence = random.nextInt(4) == 0;
    shape =
        sequence
            ? Shape.of(channels, 3 + random.nextInt(12))
            : Shape.of(channels, 3 + random.nextInt(8), 3 + random.nextInt(8));
    if (random.nextInt(5) == 0) {
      splitInput();
    } else {
      builder.node(last, new Input(shape));
    }
    int stages = 1 + random.nextInt(3);
    for (int i = 0; i < stages; i++) {
      if (shape.isSequence()) {
        sequenceStage();
      } else {
        mapStage();
      }
    }
    add("flatten", Flatten.ALL);
    int flat = random.nextInt(3);
    for (int i = 0; i < flat; i++) {
      add("linear", linear(5 + random.nextInt(70)));
      add("neuron", neuron());
      if (random.nextInt(3) == 0) {
        recur(linear(shape.size()));
      }
      if (random.nextInt(4) == 0) {
        add("delay", delay(0));
      }
    }
    if (random.nextBoolean()) {
      add("linear", linear(10));
    }
    add("output", new Output());
    return builder.build();
  }

  /** An input with the channels split in two dimensions, which a Flatten joins again. */
  private void splitInput() {
    List<Integer> split = new ArrayList<>(shape.dimensions());
    split.set(0, shape.channels() / 2);
    split.add(random.nextInt(2), 2);
    shape = new Shape(split);
    builder.node(last, new Input(shape));
    add("join", new Flatten(0, 1));
  }

  /** Feeds the last node back into itself: at once, over weights, or over a Delay. */
  private void recur(Node connection) {
    String neuron = last;
    switch (random.nextInt(4)) {
      case 0 -> {}
      case 1 -> add("recurrent", connection);
      case 2 -> add("feedback", delay(1));
      default -> {
        add("recurrent", connection);
        add("feedback", delay(random.nextInt(2)));
      }
    }
    builder.edge(last, neuron);
    last = neuron;
  }

  private Delay delay(int shortest) {
    if (random.nextBoolean()) {
      return new Delay(Tensor.scalar(shortest + random.nextInt(3)));
    }
    float[] timesteps = new float[shape.size()];
    for (int i = 0; i < timesteps.length; i++) {
      timesteps[i] = shortest + random.nextInt(3);
    }
    return new Delay(Tensor.adopt(shape, timesteps));
  }

  private void sequenceStage() {
    add("conv", sequenceConvolution());
    if (random.nextInt(4) > 0) {
      add("neuron", neuron());
    }
    if (random.nextInt(3) == 0) {
      add("scale", scale());
    }
  }

  private Scale scale() {
    return new Scale(new RandomPopulations(random, shape).parameter(-1f, 1.5f));
  }

  private void mapStage() {
    switch (random.nextInt(6)) {
      case 0 -> add("pool", pool());
      case 1 -> add("neuron", neuron());
      case 2 -> residual();
      case 3 -> add("scale", scale());
      default -> {}
    }
    if (random.nextInt(5) == 0) {
      int first = random.nextInt(2);
      add("join", new Flatten(first, first + 1));
      sequenceStage();
      return;
    }
    add("conv", convolution());
    if (random.nextInt(4) > 0) {
      add("neuron", neuron());
      if (random.nextInt(4) == 0) {
        recur(sameShape(shape.channels()));
      }
    }
    if (random.nextInt(5) == 0) {
      add("delay", delay(0));
    }
  }

  /** Two paths of one shape that meet again, one of them without weights. */
  private void residual() {
    add("neuron", neuron());
    String fork = last;
    Shape forkShape = shape;
    add("conv", sameShape(shape.channels()));
    String first = last;
    last = fork;
    shape = forkShape;
    String join = "neuron" + next++;
    builder.node(join, neuron());
    builder.edge(first, join).edge(fork, join);
    last = join;
    if (random.nextBoolean()) {
      recur(sameShape(shape.channels()));
    }
  }

  private void add(String kind, Node node) {
    String name = kind + next++;
    builder.node(name, node);
    builder.edge(last, name);
    last = name;
    shape =
        switch (node) {
          case Conv2d conv ->
              Shape.of(
                  conv.channelsOut(),
                  extent(
                      shape.rows() + conv.padding().top() + conv.padding().bottom(),
                      conv.kernel().rows(),
                      conv.dilation().rows(),
                      conv.stride().rows()),
                  extent(
                      shape.columns() + conv.padding().left() + conv.padding().right(),
                      conv.kernel().columns(),
                      conv.dilation().columns(),
                      conv.stride().columns()));
          case Conv1d conv ->
              Shape.of(
                  conv.channelsOut(),
                  extent(
                      shape.columns() + conv.paddingBefore() + conv.paddingAfter(),
                      conv.kernel(),
                      conv.dilation(),
                      conv.stride()));
          case AvgPool2d p -> pooled(p.kernel(), p.stride(), p.padding());
          case SumPool2d p -> pooled(p.kernel(), p.stride(), p.padding());
          case Flatten flatten -> joined(flatten);
          case Linear linear -> Shape.of(linear.weight().shape().dimension(0));
          case SparseLinear linear -> Shape.of(linear.matrix().rows());
          case Affine affine -> Shape.of(affine.weight().shape().dimension(0));
          default -> shape;
        };
  }

  private Shape joined(Flatten flatten) {
    List<Integer> dimensions = new ArrayList<>(shape.dimensions());
    int start = flatten.startDimension();
    int end = Math.floorMod(flatten.endDimension(), dimensions.size()) + 1;
    List<Integer> run = dimensions.subList(start, end);
    int product = run.stream().reduce(1, (a, b) -> a * b);
    run.clear();
    dimensions.add(start, product);
    return new Shape(dimensions);
  }

  private Shape pooled(Extent2d kernel, Extent2d stride, Extent2d padding) {
    return Shape.of(
        shape.channels(),
        extent(shape.rows() + 2 * padding.rows(), kernel.rows(), 1, stride.rows()),
        extent(shape.columns() + 2 * padding.columns(), kernel.columns(), 1, stride.columns()));
  }

  private static int extent(int padded, int kernel, int dilation, int stride) {
    return (padded - dilation * (kernel - 1) - 1) / stride + 1;
  }

  private Conv2d sameShape(int channels) {
    return new Conv2d(
        weights(Shape.of(channels, channels, 3, 3)),
        Optional.empty(),
        Extent2d.of(1),
        Padding.of(1, 1),
        Extent2d.of(1),
        1);
  }

  private Conv2d convolution() {
    int groups = new int[] {1, 1, 2, 4}[random.nextInt(4)];
    groups = shape.channels() % groups == 0 ? groups : 1;
    int channelsOut = groups * (1 + random.nextInt(12)) + (groups == 1 ? 5 * random.nextInt(9) : 0);
    Padding padding =
        new Padding(random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3));
    Extent2d dilation = new Extent2d(step(), step());
    int kernelRows = kernel(shape.rows() + padding.top() + padding.bottom(), dilation.rows());
    int kernelColumns =
        kernel(shape.columns() + padding.left() + padding.right(), dilation.columns());
    Tensor weight =
        weights(Shape.of(channelsOut, shape.channels() / groups, kernelRows, kernelColumns));
    return new Conv2d(
        weight,
        random.nextBoolean() ? Optional.of(bias(channelsOut)) : Optional.empty(),
        new Extent2d(step(), step()),
        padding,
        dilation,
        groups);
  }

  /** A stride or a dilation. */
  private int step() {
    return new int[] {1, 1, 1, 1, 2, 3}[random.nextInt(6)];
  }

  /** Taps that find room, one at least. */
  private int kernel(int padded, int dilation) {
    return 1 + random.nextInt(Math.min(4, (padded - 1) / dilation + 1));
  }

  private Conv1d sequenceConvolution() {
    int groups = shape.channels() % 4 == 0 ? new int[] {1, 2, 4}[random.nextInt(3)] : 1;
    int channelsOut = groups * (1 + random.nextInt(12));
    int before = random.nextInt(3);
    int after = random.nextInt(3);
    int dilation = step();
    int kernel = kernel(shape.columns() + before + after, dilation);
    return new Conv1d(
        weights(Shape.of(channelsOut, shape.channels() / groups, kernel)),
        random.nextBoolean() ? Optional.of(bias(channelsOut)) : Optional.empty(),
        step(),
        before,
        after,
        dilation,
        groups);
  }

  /** Each synapse is there once in three; every target has one at least. */
  private SparseLinear sparse(int out) {
    int[] starts = new int[out + 1];
    List<Integer> columns = new ArrayList<>();
    for (int row = 0; row < out; row++) {
      for (int column = 0; column < shape.size(); column++) {
        if (column == row % shape.size() || random.nextInt(3) == 0) {
          columns.add(column);
        }
      }
      starts[row + 1] = columns.size();
    }
    return new SparseLinear(
        SparseMatrix.adopt(
            out,
            shape.size(),
            starts,
            columns.stream().mapToInt(Integer::intValue).toArray(),
            weights(Shape.of(columns.size())).toArray()));
  }

  private Node linear(int out) {
    if (random.nextInt(5) == 0) {
      return sparse(out);
    }
    Tensor weight = weights(Shape.of(out, shape.size()));
    return random.nextBoolean() ? new Linear(weight) : new Affine(weight, bias(out));
  }

  private Node pool() {
    Extent2d kernel =
        new Extent2d(
            1 + random.nextInt(Math.min(3, shape.rows())),
            1 + random.nextInt(Math.min(3, shape.columns())));
    Extent2d stride = new Extent2d(step(), step());
    Extent2d padding =
        new Extent2d(random.nextInt(kernel.rows()), random.nextInt(kernel.columns()));
    return random.nextBoolean()
        ? new SumPool2d(kernel, stride, padding)
        : new AvgPool2d(kernel, stride, padding, random.nextBoolean());
  }

  /** Neurons most of the time; else units that send their potentials. */
  private Node neuron() {
    return new RandomPopulations(random, shape).next();
  }

  private Tensor weights(Shape of) {
    boolean someZero = random.nextBoolean();
    float scale = (float) (2.5 / Math.sqrt(of.size() / (double) of.dimension(0)));
    float[] values = new float[of.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = someZero && random.nextInt(3) == 0 ? 0f : between(-scale, scale);
    }
    return Tensor.adopt(of, values);
  }

  private Tensor bias(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextInt(3) == 0 ? 0f : between(-0.3f, 0.3f);
    }
    return Tensor.adopt(Shape.of(size), values);
  }

  private float between(float least, float most) {
    return least + (most - least) * (float) random.nextDouble();
  }
}

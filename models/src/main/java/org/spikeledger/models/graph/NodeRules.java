package org.spikeledger.models.graph;

import java.util.Optional;
import org.spikeledger.models.BadInputException;

/** The rules of one node's parameters, given the shape that arrives. */
final class NodeRules {

  private static final int LARGEST_WINDOW = 1 << 16;

  private final String name;

  NodeRules(String name) {
    this.name = name;
  }

  static void check(String name, Node node, Shape arriving) {
    NodeRules rules = new NodeRules(name);
    switch (node) {
      case Input _, Flatten _ -> {}
      case Output output -> rules.output(output, arriving);
      case Conv2d conv -> rules.convolution(conv, arriving);
      case Conv1d conv -> rules.sequence(conv, arriving);
      case Linear linear -> rules.linear(linear, arriving);
      case SparseLinear linear -> rules.sparse(linear, arriving);
      case Affine affine -> rules.linear(affine, arriving);
      case Pool pool -> rules.pool(pool, arriving);
      case Delay delay -> rules.delay(delay, arriving);
      case Scale scale -> rules.parameter("scale", scale.scale(), arriving);
      case Population population -> PopulationRules.check(name, population, arriving);
    }
  }

  private void output(Output output, Shape arriving) {
    parameter("scale", output.scale(), arriving);
    for (int i = 0; i < output.scale().size(); i++) {
      float scale = output.scale().get(i);
      require(scale > 0f, "the scale of an output is above 0", "scale", scale);
    }
  }

  private void convolution(Conv2d conv, Shape arriving) {
    require(
        conv.weight().shape().rank() == 4,
        "the weight of Conv2d has four dimensions",
        "weight",
        conv.weight().shape());
    requireMap(arriving);
    require(
        conv.groups() >= 1 && conv.channelsOut() % conv.groups() == 0,
        "groups divide the channels out",
        "groups",
        conv.groups());
    require(
        (long) conv.channelsInPerGroup() * conv.groups() == arriving.channels(),
        "the weight's channels in times groups are the channels that arrive ("
            + arriving
            + ", groups "
            + conv.groups()
            + ")",
        "weight",
        conv.weight().shape());
    window(conv.kernel(), conv.stride());
    requirePositive("dilation", conv.dilation());
    Padding padding = conv.padding();
    int least =
        Math.min(
            Math.min(padding.top(), padding.left()), Math.min(padding.bottom(), padding.right()));
    int most =
        Math.max(
            Math.max(padding.top(), padding.left()), Math.max(padding.bottom(), padding.right()));
    require(least >= 0 && most <= LARGEST_WINDOW, "padding lies in 0..65536", "padding", padding);
    weights(conv, conv.channelsOut());
  }

  private void sequence(Conv1d conv, Shape arriving) {
    require(
        conv.weight().shape().rank() == 3,
        "the weight of Conv1d has three dimensions",
        "weight",
        conv.weight().shape());
    require(
        arriving.isSequence(), "a sequence (channels, length) must arrive", "arriving", arriving);
    // Over a map of one row it is a Conv2d, whose rules are the same.
    convolution(conv.asConv2d(), Shape.of(arriving.channels(), 1, arriving.columns()));
  }

  private void linear(Connection linear, Shape arriving) {
    Shape weight = linear.weight().shape();
    require(
        weight.rank() == 2,
        "the weight of " + linear.type() + " has two dimensions",
        "weight",
        weight);
    require(
        arriving.rank() == 1 && weight.dimension(1) == arriving.size(),
        "the weight's second dimension is the number of values that arrive (" + arriving + ")",
        "weight",
        weight);
    weights(linear, weight.dimension(0));
  }

  private void sparse(SparseLinear linear, Shape arriving) {
    require(
        arriving.rank() == 1 && linear.matrix().columns() == arriving.size(),
        "the columns of a sparse weight are the values that arrive (" + arriving + ")",
        "weight",
        linear.matrix());
    finite("weight", linear.weight());
  }

  private void weights(Connection connection, int targets) {
    finite("weight", connection.weight());
    Optional<Tensor> bias = connection.bias();
    if (bias.isPresent()) {
      require(
          bias.get().shape().equals(Shape.of(targets)),
          "a bias has one value a target",
          "bias",
          bias.get().shape());
      finite("bias", bias.get());
    }
  }

  private void delay(Delay delay, Shape arriving) {
    Tensor timesteps = delay.timesteps();
    parameter("timesteps", timesteps, arriving);
    for (int i = 0; i < timesteps.size(); i++) {
      float each = timesteps.get(i);
      require(
          each >= 0f && each <= Delay.LONGEST && each == Math.rint(each),
          "a delay is a whole number of timesteps in 0.." + Delay.LONGEST,
          "timesteps",
          each);
    }
  }

  private void pool(Pool pool, Shape arriving) {
    requireMap(arriving);
    window(pool.kernel(), pool.stride());
    Extent2d padding = pool.padding();
    require(
        padding.rows() >= 0
            && padding.columns() >= 0
            && padding.rows() < pool.kernel().rows()
            && padding.columns() < pool.kernel().columns(),
        "a pool's padding is smaller than its window",
        "padding",
        padding);
  }

  void parameter(String what, Tensor values, Shape layer) {
    require(
        values.isScalar() || values.shape().equals(layer),
        "a parameter is a scalar or has the layer's shape " + layer,
        what,
        values.shape());
    finite(what, values);
  }

  private void window(Extent2d kernel, Extent2d stride) {
    requirePositive("kernel", kernel);
    requirePositive("stride", stride);
  }

  private void requirePositive(String what, Extent2d extent) {
    require(
        Math.min(extent.rows(), extent.columns()) >= 1
            && Math.max(extent.rows(), extent.columns()) <= LARGEST_WINDOW,
        what + " lies in 1..65536",
        what,
        extent);
  }

  private void requireMap(Shape arriving) {
    require(
        arriving.isMap(),
        "a feature map (channels, rows, columns) must arrive",
        "arriving",
        arriving);
  }

  private void finite(String what, Tensor values) {
    require(values.isFinite(), "NaN and infinite values are refused", what, values.shape());
  }

  void require(boolean holds, String rule, String what, Object value) {
    if (!holds) {
      throw new BadInputException(rule + ": " + what + "=" + value + " node=" + name);
    }
  }
}

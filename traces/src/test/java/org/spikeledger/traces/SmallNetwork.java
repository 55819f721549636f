package org.spikeledger.traces;

import java.util.Optional;
import java.util.Random;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.InputSource;

/** A convolutional network that fires, with inputs, drawn from a seed. */
final class SmallNetwork {

  static final Shape INPUT = Shape.of(1, 8, 8);

  private SmallNetwork() {}

  static Graph of(long seed) {
    Random random = new Random(seed);
    Firing firing = Firing.ofPaper(Tensor.scalar(0.5f));
    Tensor leak = Tensor.scalar(0.9f);
    Tensor one = Tensor.scalar(1f);
    return Graph.builder()
        .node("input", new Input(INPUT))
        .node(
            "convolution",
            Conv2d.of(weights(random, 4, 1, 3, 3), Optional.of(weights(random, 4)), 1))
        .node("first", new LIF(leak, one, Tensor.scalar(0f), firing))
        .node("pool", AvgPool2d.of(2))
        .node("flatten", Flatten.ALL)
        .node("linear", new Linear(weights(random, 20, 64)))
        .node("second", new IF(one, firing))
        .node("classes", new Affine(weights(random, 5, 20), weights(random, 5)))
        .node("output", new Output())
        .chain(
            "input",
            "convolution",
            "first",
            "pool",
            "flatten",
            "linear",
            "second",
            "classes",
            "output")
        .build();
  }

  /** The same network with one bias of the convolution another by one unit in the last place. */
  static Graph withOneBiasChanged(Graph graph, int channel) {
    Conv2d conv = (Conv2d) graph.node("convolution");
    float[] biases = conv.bias().orElseThrow().toArray();
    biases[channel] = Math.nextUp(biases[channel]);
    Tensor changed = Tensor.of(Shape.of(biases.length), biases);
    return graph
        .toBuilder()
        .replace("convolution", Conv2d.of(conv.weight(), Optional.of(changed), 1))
        .build();
  }

  private static Tensor weights(Random random, int... dimensions) {
    Shape shape = Shape.of(dimensions);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() * 0.5f;
    }
    return Tensor.of(shape, values);
  }

  /** Images of bytes / 255, labelled 0..4. */
  record Images(int size) implements InputSource {

    @Override
    public String name() {
      return "images";
    }

    @Override
    public String encoder() {
      return "direct";
    }

    @Override
    public ValueKind kind() {
      return ValueKind.ANALOG;
    }

    @Override
    public EncodedInput input(int index) {
      Random random = new Random(index);
      float[] values = new float[INPUT.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(256) / 255f;
      }
      return new DirectInput(INPUT, CanonicalOrder.of(INPUT).fromNir(values));
    }

    @Override
    public int label(int index) {
      return index % 5;
    }
  }
}

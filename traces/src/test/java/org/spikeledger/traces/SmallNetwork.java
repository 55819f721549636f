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

  /** The same network with one bias before the output another by one unit in the last place. */
  static Graph withOneClassBiasChanged(Graph graph, int neuron) {
    Affine classes = (Affine) graph.node("classes");
    float[] biases = classes.biases().toArray();
    biases[neuron] = Math.nextUp(biases[neuron]);
    Tensor changed = Tensor.of(classes.biases().shape(), biases);
    return graph.toBuilder().replace("classes", new Affine(classes.weight(), changed)).build();
  }

  /**
   * Neurons of which number 2 has this weight to the first pixel, which is always 1, and no other.
   * Its threshold is 0.75, which a potential must exceed.
   */
  static Graph atThreshold(float weight) {
    float[] weights = new float[4 * 64];
    weights[2 * 64] = weight;
    Firing firing = Firing.ofPaper(Tensor.scalar(0.75f));
    return Graph.builder()
        .node("input", new Input(INPUT))
        .node("flatten", Flatten.ALL)
        .node("linear", new Linear(Tensor.of(Shape.of(4, 64), weights)))
        .node("neurons", new IF(Tensor.scalar(1f), firing))
        .node("classes", new Linear(Tensor.of(Shape.of(1, 4), 1f, 1f, 1f, 1f)))
        .node("output", new Output())
        .chain("input", "flatten", "linear", "neurons", "classes", "output")
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

  /** Images of bytes / 255, labelled 0..4; the first pixel is 1. */
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
      values[0] = 1f;
      return new DirectInput(INPUT, CanonicalOrder.of(INPUT).fromNir(values));
    }

    @Override
    public int label(int index) {
      return index % 5;
    }
  }
}

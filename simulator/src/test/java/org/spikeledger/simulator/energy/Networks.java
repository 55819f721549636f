package org.spikeledger.simulator.energy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.LayerFacts;

/** Networks for the tests of energies: their facts only, every weight 1. */
final class Networks {

  private Networks() {}

  static final Node POOL = AvgPool2d.of(2);

  /** Input (2), linear to 3 neurons "a", linear to an output of 2: dense operations 6 and 6. */
  static List<LayerFacts> chain() {
    return facts(
        new Chain(Shape.of(2)).then(linear(3, 2)).neurons("a").then(linear(2, 3)).output());
  }

  /**
   * Input (1, 4, 4), 1x1 convolution to 16 neurons "a", 2x2 average pool, linear from 4 to an
   * output of 3: dense operations 16 and 12.
   */
  static List<LayerFacts> pooled() {
    return facts(
        new Chain(Shape.of(1, 4, 4))
            .then(conv(1, 1, 1, 1, 0))
            .neurons("a")
            .then(POOL)
            .then(Flatten.ALL)
            .then(linear(3, 4))
            .output());
  }

  /** The paper's VGG16 on 32x32 images. */
  static List<LayerFacts> vgg16(int classes) {
    Chain chain = new Chain(Shape.of(3, 32, 32));
    int channels = 3;
    int layer = 0;
    for (int width :
        new int[] {64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512}) {
      if (width == 0) {
        chain.then(POOL);
      } else {
        chain.then(conv(width, channels, 3, 1, 1)).neurons("conv" + ++layer);
        channels = width;
      }
    }
    return facts(
        chain
            .then(Flatten.ALL)
            .then(linear(4096, 2048))
            .neurons("fc1")
            .then(linear(4096, 4096))
            .neurons("fc2")
            .then(linear(classes, 4096))
            .output());
  }

  /** The paper's network for Pong. */
  static List<LayerFacts> pong() {
    return facts(
        new Chain(Shape.of(1, 84, 84))
            .then(conv(32, 1, 8, 4, 0))
            .neurons("conv1")
            .then(conv(64, 32, 4, 2, 0))
            .neurons("conv2")
            .then(conv(64, 64, 3, 1, 0))
            .neurons("conv3")
            .then(Flatten.ALL)
            .then(linear(512, 3136))
            .neurons("fc1")
            .then(linear(6, 512))
            .output());
  }

  /** The paper's ResNet20 on 32x32 images. */
  static List<LayerFacts> resNet20(int classes) {
    Chain chain = new Chain(Shape.of(3, 32, 32));
    chain.then(conv(64, 3, 3, 1, 1)).neurons("stem1");
    chain.then(conv(64, 64, 3, 1, 1)).neurons("stem2");
    chain.then(conv(64, 64, 3, 1, 1)).neurons("stem3").then(POOL);
    int channels = 64;
    for (int width : new int[] {64, 128, 256, 512}) {
      for (int block = 1; block <= 2; block++) {
        chain.block("stage%d-%d".formatted(width, block), channels, width);
        channels = width;
      }
    }
    return facts(chain.then(Flatten.ALL).then(linear(classes, 2048)).output());
  }

  static Node linear(int out, int in) {
    return new Linear(ones(out, in));
  }

  static Node conv(int out, int in, int kernel, int stride, int padding) {
    return new Conv2d(
        ones(out, in, kernel, kernel),
        Optional.empty(),
        Extent2d.of(stride),
        Padding.of(padding, padding),
        Extent2d.of(1),
        1);
  }

  static List<LayerFacts> facts(Graph graph) {
    return LayerFacts.of(graph, ValueKind.ANALOG);
  }

  private static Tensor ones(int... extents) {
    Shape shape = Shape.of(extents);
    float[] values = new float[shape.size()];
    Arrays.fill(values, 1f);
    return Tensor.adopt(shape, values);
  }

  /** Builds a network from its input to its output. */
  static final class Chain {

    private final Graph.Builder builder = Graph.builder();
    private String last = "input";
    private int nodes;

    Chain(Shape input) {
      builder.node(last, new Input(input));
    }

    Chain then(Node node) {
      return add("n%03d".formatted(nodes++), node, last);
    }

    Chain neurons(String name) {
      return add(name, ifNeurons(), last);
    }

    /** Two convolutions beside a shortcut, added before the neurons. */
    Chain block(String name, int from, int to) {
      String start = last;
      int stride = from == to ? 1 : 2;
      then(conv(to, from, 3, stride, 1)).neurons(name + "a").then(conv(to, to, 3, 1, 1));
      String residual = last;
      String shortcut = start;
      if (stride == 2) {
        shortcut = name + "-shortcut";
        add(shortcut, conv(to, from, 1, 2, 0), start);
      }
      return add(name + "b", ifNeurons(), residual, shortcut);
    }

    Graph output() {
      add("output", new Output(), last);
      return builder.build();
    }

    private Chain add(String name, Node node, String... sources) {
      builder.node(name, node);
      for (String source : sources) {
        builder.edge(source, name);
      }
      last = name;
      return this;
    }

    private static IF ifNeurons() {
      return new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f)));
    }
  }
}

package org.spikeledger.tools.bench.workload;

import java.util.Optional;
import java.util.SplittableRandom;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Shape;

/**
 * Three convolutions of 64 channels, a pool, pairs of basic blocks of 64, 128, 256 and 512, one
 * fully connected layer: the spiking ResNet20 of Chowdhury, Rathi and Roy. Shortcuts that change
 * the shape are 1x1 convolutions.
 */
final class ResidualNetwork {

  private static final int[] PLANES = {64, 128, 256, 512};
  private static final int FIRST_CHANNELS = 64;
  private static final int FIRST_CONVOLUTIONS = 3;
  private static final long SEED = 20;

  private final Graph.Builder builder = Graph.builder();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int classes;
  private String last = "input";
  private int channels;
  private int side;
  private int nodes;

  ResidualNetwork(Shape image, int classes) {
    this.classes = classes;
    channels = image.channels();
    side = image.rows();
    builder.node(last, new Input(image));
  }

  Graph build() {
    for (int i = 0; i < FIRST_CONVOLUTIONS; i++) {
      convolution(FIRST_CHANNELS, 3, 1);
      neuron();
    }
    add("pool", AvgPool2d.of(2));
    side /= 2;
    for (int planes : PLANES) {
      block(planes, planes == channels ? 1 : 2);
      block(planes, 1);
    }
    add("flatten", Flatten.ALL);
    add("linear", new Linear(HeWeights.of(Shape.of(classes, channels * side * side), random)));
    return builder.node("output", new Output()).edge(last, "output").build();
  }

  private void block(int planes, int stride) {
    String source = last;
    int sourceChannels = channels;
    convolution(planes, 3, stride);
    neuron();
    convolution(planes, 3, 1);
    String own = last;
    String shortcut = source;
    if (stride != 1) {
      last = source;
      channels = sourceChannels;
      convolution(planes, 1, stride);
      shortcut = last;
    }
    last = own;
    neuron();
    builder.edge(shortcut, last);
    side /= stride;
  }

  private void convolution(int planes, int kernel, int stride) {
    int padding = kernel / 2;
    add(
        "conv",
        new Conv2d(
            HeWeights.of(Shape.of(planes, channels, kernel, kernel), random),
            Optional.empty(),
            Extent2d.of(stride),
            Padding.of(padding, padding),
            Extent2d.of(1),
            1));
    channels = planes;
  }

  private void neuron() {
    add("neuron", LargeNetwork.neuron());
  }

  private void add(String kind, Node node) {
    String name = "%s%02d".formatted(kind, ++nodes);
    builder.node(name, node).edge(last, name);
    last = name;
  }
}

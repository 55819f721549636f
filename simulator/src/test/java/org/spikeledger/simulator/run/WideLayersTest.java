package org.spikeledger.simulator.run;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
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
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;

/** Layers of so many channels that they lie in several blocks, which threads divide. */
class WideLayersTest {

  private static final SplittableRandom RANDOM = new SplittableRandom(20261124L);

  @Test
  void everyKernelAndNumberOfThreadsAgreesWithTheReferenceToTheBit() {
    EveryKernel.agreesWithTheReference(graph(), 7, 500);
  }

  private static Graph graph() {
    return Graph.builder()
        .node("input", new Input(Shape.of(3, 6, 6)))
        .node("conv1", convolution(3, 70, 1))
        .node("neuron1", neuron())
        .node("conv2", convolution(70, 142, 1))
        .node("neuron2", neuron())
        .node("grouped", convolution(142, 138, 2))
        .node("neuron", neuron())
        .node("pool", new SumPool2d(Extent2d.of(2), Extent2d.of(2), new Extent2d(0, 0)))
        .node("flatten", Flatten.ALL)
        .node("linear3", new Linear(weights(138 * 9, Shape.of(300, 138 * 9))))
        .node("neuron3", neuron())
        .node("linear4", new Linear(weights(300, Shape.of(10, 300))))
        .node("output", new Output())
        .chain(
            "input", "conv1", "neuron1", "conv2", "neuron2", "grouped", "neuron", "pool", "flatten",
            "linear3", "neuron3", "linear4", "output")
        .build();
  }

  private static Node convolution(int in, int out, int groups) {
    return new Conv2d(
        weights(in / groups * 9, Shape.of(out, in / groups, 3, 3)),
        Optional.of(weights(100, Shape.of(out))),
        Extent2d.of(1),
        Padding.of(1, 1),
        Extent2d.of(1),
        groups);
  }

  private static Node neuron() {
    return new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f)));
  }

  private static Tensor weights(int fanIn, Shape shape) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * RANDOM.nextDouble() - 0.9) * 4 / Math.sqrt(fanIn));
    }
    return Tensor.adopt(shape, values);
  }
}

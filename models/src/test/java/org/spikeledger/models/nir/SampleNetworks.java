package org.spikeledger.models.nir;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
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
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;

/** Networks that the tests of this package write and read. */
final class SampleNetworks {

  private SampleNetworks() {}

  /** Every node type, every rule, scalar and full parameters, asymmetric padding, no bias. */
  static Graph everything() {
    Random random = new Random(7);
    return Graph.builder()
        .node("input", new Input(Shape.of(2, 8, 8)))
        .node(
            "conv.1",
            new Conv2d(
                random(random, Shape.of(4, 1, 2, 3)),
                Optional.empty(),
                Extent2d.of(1),
                new Padding(0, 1, 1, 1),
                Extent2d.of(1),
                2))
        .node("neuron.1", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(.75f))))
        .node("average", new AvgPool2d(Extent2d.of(2), Extent2d.of(2), Extent2d.of(1), false))
        .node(
            "conv.2",
            new Conv2d(
                random(random, Shape.of(3, 4, 3, 3)),
                Optional.of(random(random, Shape.of(3))),
                new Extent2d(2, 1),
                new Padding(1, 2, 0, 1),
                Extent2d.of(1),
                1))
        .node("neuron.2", fullLif(random, Shape.of(3, 2, 6)))
        .node("sum", new SumPool2d(new Extent2d(1, 2), new Extent2d(1, 2), Extent2d.of(0)))
        .node("flatten", Flatten.ALL)
        .node("linear", new Linear(random(random, Shape.of(16, 18))))
        .node(
            "neuron.3",
            new LIF(
                Tensor.scalar(1f),
                Tensor.scalar(.5f),
                Tensor.scalar(0f),
                new Firing(
                    Tensor.scalar(.1f),
                    ThresholdRule.GREATER_OR_EQUAL,
                    SpikeRule.MULTIPLE,
                    ResetRule.BY_SUBTRACTION,
                    Tensor.scalar(0f))))
        .node(
            "\u00e4\u4e2d\ud83d\ude00",
            new Affine(random(random, Shape.of(3, 16)), random(random, Shape.of(3))))
        .node("output", new Output())
        .chain(
            "input",
            "conv.1",
            "neuron.1",
            "average",
            "conv.2",
            "neuron.2",
            "sum",
            "flatten",
            "linear",
            "neuron.3",
            "\u00e4\u4e2d\ud83d\ude00",
            "output")
        .properties(properties())
        .build();
  }

  /** Input (1), Affine, LIF, Output, small enough to mutate. */
  static Graph small() {
    return Graph.builder()
        .node("input", new Input(Shape.of(2)))
        .node("0", new Affine(Tensor.of(Shape.of(1, 2), 1f, -.5f), Tensor.of(Shape.of(1), .25f)))
        .node(
            "1",
            new LIF(
                Tensor.scalar(.9f),
                Tensor.scalar(1f),
                Tensor.scalar(0f),
                Firing.ofPaper(Tensor.scalar(1f))))
        .node("output", new Output())
        .chain("input", "0", "1", "output")
        .build();
  }

  private static LIF fullLif(Random random, Shape shape) {
    return new LIF(
        leak(random, shape),
        random(random, shape),
        random(random, shape),
        new Firing(
            positive(random, shape),
            ThresholdRule.GREATER,
            SpikeRule.SINGLE,
            ResetRule.TO_VALUE,
            random(random, shape)));
  }

  private static NetworkProperties properties() {
    TreeMap<String, String> provenance = new TreeMap<>();
    provenance.put("seed", "42");
    provenance.put("note", "");
    provenance.put("gr\u00f6\u00dfe", "line one\nline two");
    return new NetworkProperties(
        OptionalInt.of(3),
        Optional.of(new Normalisation(List.of(.1, .2), List.of(.3, 1 / 3.0))),
        List.of("zero", "eins \u4e2d", ""),
        provenance);
  }

  static Tensor random(Random random, Shape shape) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.adopt(shape, values);
  }

  /** Within 0..1, both ends among them. */
  private static Tensor leak(Random random, Shape shape) {
    float[] values = new float[shape.size()];
    for (int i = 2; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    values[1] = 1f;
    return Tensor.adopt(shape, values);
  }

  private static Tensor positive(Random random, Shape shape) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = .1f + random.nextFloat();
    }
    return Tensor.adopt(shape, values);
  }
}

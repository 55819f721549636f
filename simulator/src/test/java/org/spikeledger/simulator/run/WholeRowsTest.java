package org.spikeledger.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.plan.RowFormat;

/** Long rows that one pixel or a few use are added up to the bits of the plain reference. */
class WholeRowsTest {

  private static final long SEED = 20261130L;

  /** Bytes of so many channels are as long as a row of a few pixels has to be. */
  private static final int CHANNELS = 2100;

  private final SplittableRandom random = new SplittableRandom(SEED);

  @ParameterizedTest
  @EnumSource
  void everyKernelAgreesWithTheReferenceToTheBit(RowFormat format) {
    Graph graph = graph(format);
    assertRowsAreWhole(graph, format);
    EveryKernel.agreesWithTheReference(graph, SEED, 5000);
  }

  private static void assertRowsAreWhole(Graph graph, RowFormat format) {
    List<ConnectionStage> longRows =
        Plan.of(graph, ValueKind.ANALOG).stages().stream()
            .filter(ConnectionStage.class::isInstance)
            .map(ConnectionStage.class::cast)
            .filter(stage -> stage.layout().channels() > 100)
            .toList();
    assertEquals(3, longRows.size());
    for (ConnectionStage stage : longRows) {
      assertTrue(stage.weights().wholeRows());
      assertEquals(format, stage.weights().format());
    }
  }

  /** Single spikes and pooled ones, at 2 x 2 pixels and at one, over more than 256 rows. */
  private Graph graph(RowFormat format) {
    return Graph.builder()
        .node("input", new Input(Shape.of(3, 4, 4)))
        .node("conv1", conv(RowFormat.FLOAT32, 64, 3, 1))
        .node("n1", neuron(0.2f))
        .node("pool", new SumPool2d(Extent2d.of(2), Extent2d.of(2), new Extent2d(0, 0)))
        .node("conv2", conv(format, CHANNELS, 64, 3))
        .node("n2", neuron(20f))
        .node("conv3", conv(format, CHANNELS, CHANNELS, 1))
        .node("n3", neuron(400f))
        .node("flatten", Flatten.ALL)
        .node("linear4", affine(format, 320, 4 * CHANNELS))
        .node("n4", neuron(900f))
        .node("linear5", affine(format, 10, 320))
        .node("output", new Output())
        .chain(
            "input", "conv1", "n1", "pool", "conv2", "n2", "conv3", "n3", "flatten", "linear4",
            "n4", "linear5", "output")
        .build();
  }

  private Conv2d conv(RowFormat format, int out, int in, int kernel) {
    return new Conv2d(
        weights(format, Shape.of(out, in, kernel, kernel)),
        Optional.of(weights(format, Shape.of(out))),
        Extent2d.of(1),
        Padding.of(kernel / 2, kernel / 2),
        Extent2d.of(1),
        1);
  }

  private Affine affine(RowFormat format, int out, int in) {
    return new Affine(weights(format, Shape.of(out, in)), weights(format, Shape.of(out)));
  }

  private static IF neuron(float threshold) {
    return new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(threshold)));
  }

  /** From -2 to 3, so that neurons fire; as each format has them. */
  private Tensor weights(RowFormat format, Shape shape) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = weight(format);
    }
    return Tensor.adopt(shape, values);
  }

  private float weight(RowFormat format) {
    float any = (float) (5 * random.nextDouble() - 2);
    return switch (format) {
      case FLOAT32 -> any;
      case BFLOAT16 -> Float.intBitsToFloat(Float.floatToRawIntBits(any) & 0xffff0000);
      case INT8 -> random.nextInt(6) - 2;
    };
  }
}

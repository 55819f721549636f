package org.spikeledger.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.plan.RowFormat;

/**
 * Weights of 8 significant bits, which lie in half the memory, are added to the bits of float32.
 */
class Bfloat16RowsTest {

  private static final long SEED = 20261201L;

  private final SplittableRandom random = new SplittableRandom(SEED);

  @ParameterizedTest
  @ValueSource(ints = {-60, -3, 0, 9})
  void everyKernelAgreesWithTheReferenceToTheBit(int exponent) {
    Graph graph = graph(Math.scalb(1f, exponent), 7);
    assertEquals(
        List.of(
            RowFormat.BFLOAT16,
            RowFormat.BFLOAT16,
            RowFormat.BFLOAT16,
            RowFormat.BFLOAT16,
            RowFormat.FLOAT32),
        formats(graph));
    EveryKernel.agreesWithTheReference(graph, SEED, 1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 23})
  void weightsOfMoreBitsStayFloat32(int mantissaBits) {
    for (RowFormat format : formats(graph(1f, mantissaBits))) {
      assertEquals(RowFormat.FLOAT32, format);
    }
  }

  private static List<RowFormat> formats(Graph graph) {
    return Plan.of(graph, ValueKind.ANALOG).stages().stream()
        .filter(ConnectionStage.class::isInstance)
        .map(ConnectionStage.class::cast)
        .map(stage -> stage.weights().format())
        .toList();
  }

  /** Values, pooled spikes and single ones, over blocks of channels and over whole rows. */
  private Graph graph(float size, int mantissaBits) {
    return Graph.builder()
        .node("input", new Input(Shape.of(3, 8, 8)))
        .node("conv1", convolution(64, 3, size, mantissaBits))
        .node("n1", neuron(0.5f * size))
        .node("pool", new SumPool2d(Extent2d.of(2), Extent2d.of(2), new Extent2d(0, 0)))
        .node("conv2", convolution(480, 64, size, mantissaBits))
        .node("n2", neuron(4f * size))
        .node("conv3", convolution(96, 480, size, mantissaBits))
        .node("n3", neuron(4f * size))
        .node("flatten", Flatten.ALL)
        .node("linear4", new Linear(weights(Shape.of(192, 16 * 96), size, mantissaBits)))
        .node("n4", neuron(4f * size))
        .node("linear5", new Linear(weights(Shape.of(10, 192), size, mantissaBits)))
        .node("output", new Output())
        .chain(
            "input", "conv1", "n1", "pool", "conv2", "n2", "conv3", "n3", "flatten", "linear4",
            "n4", "linear5", "output")
        .build();
  }

  private Conv2d convolution(int out, int in, float size, int mantissaBits) {
    return new Conv2d(
        weights(Shape.of(out, in, 3, 3), size, mantissaBits),
        Optional.of(weights(Shape.of(out), size, 23)),
        Extent2d.of(1),
        Padding.of(1, 1),
        Extent2d.of(1),
        1);
  }

  private static IF neuron(float threshold) {
    return new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(threshold)));
  }

  private Tensor weights(Shape shape, float size, int mantissaBits) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = size * weight(mantissaBits);
    }
    return Tensor.adopt(shape, values);
  }

  /** Of either sign, below 1; some 2^10 or 2^26 times smaller; now and then zeros. */
  private float weight(int mantissaBits) {
    int kind = random.nextInt(50);
    float any = (float) Math.scalb(1 + random.nextDouble(), -1) * (random.nextBoolean() ? 1 : -1);
    int unit = 1 << (23 - mantissaBits);
    float rounded = Float.intBitsToFloat(Float.floatToRawIntBits(any) & -unit);
    return switch (kind) {
      case 0 -> 0f;
      case 1 -> -0f;
      case 2 -> Math.scalb(rounded, -10);
      case 3 -> Math.scalb(rounded, -26);
      default -> rounded;
    };
  }
}

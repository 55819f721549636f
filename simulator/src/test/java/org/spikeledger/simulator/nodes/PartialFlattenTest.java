package org.spikeledger.simulator.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.run.EngineChoice;

/** A Flatten that leaves a sequence or a map: what slides behind it slides over that. */
class PartialFlattenTest {

  private static final Shape MAP = Shape.of(2, 3, 4);

  @ParameterizedTest
  @EnumSource
  void aConvolutionSlidesOverASequenceWhoseLengthIsRowsAndColumns(EngineChoice engine) {
    Observed seen = run(MAP, new Flatten(1, 2), sequence(2, 3), engine);
    assertEquals(slid(2, 12, 3), seen.output());
    assertEquals(List.of(10L * 2 * 3), seen.count("output", Primitive.MULTIPLY_ACCUMULATES));
  }

  @ParameterizedTest
  @EnumSource
  void aConvolutionSlidesOverASequenceWhoseChannelsAreChannelsAndRows(EngineChoice engine) {
    Observed seen = run(MAP, new Flatten(0, 1), sequence(6, 2), engine);
    assertEquals(slid(6, 4, 2), seen.output());
    assertEquals(List.of(3L * 6 * 2), seen.count("output", Primitive.MULTIPLY_ACCUMULATES));
  }

  @ParameterizedTest
  @EnumSource
  void aPoolSumsTheMapThatIsLeftOfFourDimensions(EngineChoice engine) {
    Node pool = new SumPool2d(new Extent2d(3, 4), Extent2d.of(1), Extent2d.of(0));
    Observed seen = run(Shape.of(2, 2, 3, 4), new Flatten(0, 1), pool, engine);
    // 1 + ... + 12, and 144 more in each channel.
    assertEquals(List.of(78f, 222f, 366f, 510f), seen.output());
  }

  @ParameterizedTest
  @EnumSource
  void aConvolutionSlidesOverTheMapThatIsLeftOfFourDimensions(EngineChoice engine) {
    Tensor weight = Tensor.of(Shape.of(1, 4, 1, 2), 1, 2, 3, 4, 5, 6, 7, 8);
    Node convolution = Conv2d.of(weight, Optional.empty(), 0);
    Observed seen = run(Shape.of(2, 2, 1, 4), new Flatten(0, 1), convolution, engine);
    assertEquals(slid(4, 4, 2), seen.output());
  }

  @ParameterizedTest
  @EnumSource
  void pooledEventsStillStandForWhatTheyGathered(EngineChoice engine) {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(1, 2, 4)))
            .node("pool", new SumPool2d(new Extent2d(2, 1), Extent2d.of(1), Extent2d.of(0)))
            .node("flatten", new Flatten(1, 2))
            .node("conv", sequence(1, 2))
            .node("output", new Output())
            .chain("input", "pool", "flatten", "conv", "output")
            .build();
    Observed seen = Observed.of(graph, oneTwoThree(Shape.of(1, 2, 4)), engine);
    // Sums of two, seen by 1, 2, 2 and 1 targets.
    assertEquals(List.of(12L), seen.count("output", Primitive.EXPANDED_ACCUMULATES));
  }

  private static Observed run(Shape shape, Flatten flatten, Node sliding, EngineChoice engine) {
    Graph graph =
        Graph.builder()
            .node("input", new Input(shape))
            .node("flatten", flatten)
            .node("sliding", sliding)
            .node("output", new Output())
            .chain("input", "flatten", "sliding", "output")
            .build();
    return Observed.of(graph, oneTwoThree(shape), engine);
  }

  /** In NIR's order the values 1, 2, 3 and so on. */
  private static EventInput oneTwoThree(Shape shape) {
    float[] values = new float[shape.size()];
    int channels = shape.rank() == 3 ? shape.dimension(0) : 1;
    int pixels = values.length / channels;
    for (int i = 0; i < values.length; i++) {
      values[i % pixels * channels + i / pixels] = i + 1;
    }
    return Observed.values(shape, values);
  }

  /** Its weights are 1, 2, 3 and so on. */
  private static Conv1d sequence(int channels, int kernel) {
    float[] weights = new float[channels * kernel];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i + 1;
    }
    Tensor weight = Tensor.adopt(Shape.of(1, channels, kernel), weights);
    return new Conv1d(weight, Optional.empty(), 1, 0, 0, 1, 1);
  }

  /** What such weights make of such values. */
  private static List<Float> slid(int channels, int length, int kernel) {
    List<Float> sums = new ArrayList<>();
    for (int at = 0; at + kernel <= length; at++) {
      float sum = 0;
      for (int i = 0; i < channels * kernel; i++) {
        sum += (i + 1) * (i / kernel * length + at + i % kernel + 1);
      }
      sums.add(sum);
    }
    return sums;
  }
}

package org.spikeledger.tools.bench.workload;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.encode.EventInput;

/**
 * One 3x3 convolution with padding 1 and its neurons.
 *
 * @param side rows and columns
 * @param channelsIn of the source
 * @param channelsOut of the target
 */
public record ConvolutionLayer(int side, int channelsIn, int channelsOut) {

  /** Those that tables show: the resolutions and widths of VGG16 on 32x32. */
  public static final List<String> ALL =
      List.of("32x64x64", "16x128x128", "8x256x256", "4x512x512", "2x512x512");

  private static final long SEED = 1;
  private static final float THRESHOLD = 0.05f;

  /** The layer of a text such as {@code 32x64x64}: side, channels in, channels out. */
  public static ConvolutionLayer of(String text) {
    String[] extents = text.split("x", -1);
    return new ConvolutionLayer(
        Integer.parseInt(extents[0]), Integer.parseInt(extents[1]), Integer.parseInt(extents[2]));
  }

  /** The shape of the input. */
  public Shape source() {
    return Shape.of(channelsIn, side, side);
  }

  /** Seeded weights (out, in, row, column), small, of mean 0. */
  public Tensor weights() {
    SplittableRandom random = new SplittableRandom(2);
    Shape shape = Shape.of(channelsOut, channelsIn, 3, 3);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((random.nextDouble() - 0.5) * 0.02);
    }
    return Tensor.adopt(shape, values);
  }

  /** The layer with the sum of its spikes a channel, without which no output would be. */
  public Graph graph() {
    return Graph.builder()
        .node("input", new Input(source()))
        .node("conv", Conv2d.of(weights(), Optional.empty(), 1))
        .node("neuron", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(THRESHOLD))))
        .node("sum", new SumPool2d(Extent2d.of(side), Extent2d.of(1), Extent2d.of(0)))
        .node("output", new Output())
        .chain("input", "conv", "neuron", "sum", "output")
        .build();
  }

  /** Seeded patterns of input spikes, one timestep each. */
  public List<EventInput> patterns(double rate) {
    return SeededSpikes.patterns(source(), rate, SEED);
  }

  /** Synapses that the events of a pattern cross: taps outside the map are none. */
  public long synapticOperations(EventInput pattern) {
    long taps = 0;
    for (int event = 0; event < pattern.size(); event++) {
      int position = pattern.index(event) / channelsIn;
      taps += (long) reach(position / side) * reach(position % side);
    }
    return taps * channelsOut;
  }

  /** The mean over patterns. */
  public double synapticOperations(List<EventInput> patterns) {
    return patterns.stream().mapToLong(this::synapticOperations).average().orElseThrow();
  }

  private int reach(int coordinate) {
    return Math.min(coordinate + 1, side - 1) - Math.max(coordinate - 1, 0) + 1;
  }
}

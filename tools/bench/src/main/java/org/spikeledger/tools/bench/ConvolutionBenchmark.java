package org.spikeledger.tools.bench;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
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
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.EventEngine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.KernelSelection;
import org.spikeledger.simulator.engine.Probe;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.plan.Plan;

/**
 * One 3x3 convolution with its neurons, one timestep: gather, leak, fire, index write and counters;
 * the sum of the spikes a channel, without which no output would be, is inside the time too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(5)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ConvolutionBenchmark {

  /** Extent, channels in, channels out. */
  @Param({"32x64x64", "16x128x128", "8x256x256", "4x512x512", "2x512x512"})
  public String layer;

  /** Spikes a neuron and timestep. */
  @Param({"0.05", "0.1", "0.2"})
  public double rate;

  /** The kernels. */
  @Param({"vector512", "scalar"})
  public String kernel;

  private Engine engine;
  private InferenceRecord record;
  private EventInput[] inputs;
  private int next;

  /** Builds the layer. */
  @Setup(Level.Trial)
  public void setUp() {
    String[] extents = layer.split("x", -1);
    int side = Integer.parseInt(extents[0]);
    int in = Integer.parseInt(extents[1]);
    int out = Integer.parseInt(extents[2]);
    Shape source = Shape.of(in, side, side);
    Graph graph =
        Graph.builder()
            .node("input", new Input(source))
            .node("conv", Conv2d.of(weights(Shape.of(out, in, 3, 3)), Optional.empty(), 1))
            .node("neuron", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(0.05f))))
            .node("sum", new SumPool2d(Extent2d.of(side), Extent2d.of(1), Extent2d.of(0)))
            .node("output", new Output())
            .chain("input", "conv", "neuron", "sum", "output")
            .build();
    engine =
        new EventEngine(
            Plan.of(graph, ValueKind.BINARY),
            1,
            KernelSelection.of(KernelChoice.of(kernel)),
            Probe.NONE);
    record = engine.newRecord();
    inputs = SeededSpikes.patterns(source, rate, 1);
  }

  private static Tensor weights(Shape shape) {
    SplittableRandom random = new SplittableRandom(2);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((random.nextDouble() - 0.5) * 0.02);
    }
    return Tensor.adopt(shape, values);
  }

  /** One inference of one timestep. */
  @Benchmark
  public InferenceRecord timestep() {
    engine.run(0, inputs[next], record);
    next = (next + 1) % inputs.length;
    return record;
  }
}

package org.spikeledger.tools.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.run.OperationStatistics;
import org.spikeledger.simulator.run.Parallelism;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.SpikeStatistics;

/** A run with made-up counts, for looking at the page. */
final class SampleRun {

  private static final double[] RATES = {0.21, 0.12, 0.09, 0.055, 0.03, 0};

  private SampleRun() {}

  static RunSummary named(String network, int timesteps) {
    List<LayerFacts> facts = LayerFacts.of(graph(), ValueKind.ANALOG);
    long samples = 10_000;
    return new RunSummary(
        network,
        "0123456789abcdef".repeat(4),
        "fedcba9876543210".repeat(4),
        "fashion-mnist",
        samples,
        timesteps,
        "float32",
        "event",
        "vector256",
        2,
        Parallelism.THROUGHPUT,
        OptionalDouble.of(0.9213),
        OptionalDouble.of(0.0027),
        12.34,
        counters(facts, samples, timesteps).snapshot(),
        facts,
        facts.stream()
            .map(each -> new SpikeStatistics(RATES[each.layer().index()] * timesteps, 0.0003))
            .toList(),
        new OperationStatistics(facts.stream().map(_ -> 5.0).toList(), 12));
  }

  private static Counters counters(List<LayerFacts> facts, long samples, int timesteps) {
    Counters counters = new Counters(facts.size(), timesteps);
    for (int t = 0; t < timesteps; t++) {
      for (LayerFacts each : facts) {
        count(counters, each, t, samples);
      }
    }
    return counters;
  }

  private static void count(Counters counters, LayerFacts facts, int timestep, long samples) {
    int layer = facts.layer().index();
    long neurons = facts.layer().neurons();
    long dense = facts.denseOperations() * samples;
    counters.add(layer, timestep, Primitive.SPIKES, part(neurons * samples, RATES[layer]));
    counters.add(layer, timestep, Primitive.VISITED, part(neurons * samples, 0.8));
    counters.add(layer, timestep, Primitive.TOUCHED, part(neurons * samples, 0.7));
    if (facts.directlyEncoded()) {
      if (timestep == 0) {
        counters.add(layer, 0, Primitive.MULTIPLY_ACCUMULATES, dense);
        counters.add(layer, 0, Primitive.DIRECT_MULTIPLY_ACCUMULATES, dense);
      }
      return;
    }
    double rate = RATES[layer - 1];
    counters.add(layer, timestep, Primitive.BORDERLESS_FAN_OUT, part(dense, rate));
    if (facts.pooled()) {
      counters.add(layer, timestep, Primitive.MULTIPLY_ACCUMULATES, part(dense, 2.5 * rate));
      counters.add(layer, timestep, Primitive.POOLED_MULTIPLY_ACCUMULATES, part(dense, 2.5 * rate));
      counters.add(layer, timestep, Primitive.EXPANDED_ACCUMULATES, part(dense, 4 * rate));
    } else {
      counters.add(layer, timestep, Primitive.ACCUMULATES, part(dense, rate));
    }
    counters.add(layer, timestep, Primitive.EVENTS_IN, part(facts.inputs() * samples, rate));
  }

  private static long part(long whole, double share) {
    return Math.round(whole * share);
  }

  private static Graph graph() {
    return Graph.builder()
        .node("input", new Input(Shape.of(1, 28, 28)))
        .node("conv1", conv(32, 1))
        .node("lif1", neurons())
        .node("conv2", conv(32, 32))
        .node("lif2", neurons())
        .node("pool2", AvgPool2d.of(2))
        .node("conv3", conv(64, 32))
        .node("lif3", neurons())
        .node("pool3", AvgPool2d.of(2))
        .node("conv4", conv(128, 64))
        .node("lif4", neurons())
        .node("flatten", Flatten.ALL)
        .node("fc5", new Linear(zeros(256, 128 * 49)))
        .node("lif5", neurons())
        .node("fc6", new Linear(zeros(10, 256)))
        .node("output", new Output())
        .chain(
            "input", "conv1", "lif1", "conv2", "lif2", "pool2", "conv3", "lif3", "pool3", "conv4",
            "lif4", "flatten", "fc5", "lif5", "fc6", "output")
        .build();
  }

  private static Conv2d conv(int out, int in) {
    return Conv2d.of(zeros(out, in, 3, 3), Optional.empty(), 1);
  }

  private static IF neurons() {
    return new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f)));
  }

  private static Tensor zeros(int... extents) {
    Shape shape = Shape.of(extents);
    return Tensor.adopt(shape, new float[shape.size()]);
  }
}

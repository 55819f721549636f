package org.spikeledger.simulator.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.simulator.energy.EnergyModel;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.simulator.reference.ReferenceEngine;

/**
 * A network small enough to be worked out by hand, fed with spikes at chosen places: "image" are
 * neurons of threshold 1 that pass each input spike on at once, so that the spikes before the
 * connection "c" are the ones given.
 */
record HandNetwork(Graph graph, int timesteps) {

  static final Firing PASSES_ON =
      new Firing(
          Tensor.scalar(1f),
          ThresholdRule.GREATER_OR_EQUAL,
          SpikeRule.SINGLE,
          ResetRule.BY_SUBTRACTION,
          Tensor.scalar(0f));

  /** The input's spikes go through "image" and the nodes to the output. */
  static HandNetwork of(Shape image, int timesteps, Node... nodes) {
    Graph.Builder builder =
        Graph.builder()
            .node("input", new Input(image))
            .node("image", new IF(Tensor.scalar(1f), PASSES_ON))
            .edge("input", "image");
    String last = "image";
    int pools = 0;
    for (Node node : nodes) {
      String name =
          switch (node) {
            case Pool _ -> "pool" + pools++;
            case Flatten _ -> "flatten";
            default -> "c";
          };
      builder.node(name, node).edge(last, name);
      last = name;
    }
    return new HandNetwork(
        builder.node("output", new Output()).edge(last, "output").build(), timesteps);
  }

  /** A convolution of ones. */
  static Conv2d conv(int out, int in, int kernel, int stride, int padding, int groups) {
    return new Conv2d(
        ones(out, in / groups, kernel, kernel),
        Optional.empty(),
        Extent2d.of(stride),
        Padding.of(padding, padding),
        Extent2d.of(1),
        groups);
  }

  /** A linear layer of ones. */
  static Linear linear(int out, int in) {
    return new Linear(ones(out, in));
  }

  static Tensor ones(int... extents) {
    Shape shape = Shape.of(extents);
    float[] values = new float[shape.size()];
    Arrays.fill(values, 1f);
    return Tensor.adopt(shape, values);
  }

  /** What comes of spikes at these canonical places in each timestep. */
  Result run(int[]... spikes) {
    int[] starts = new int[timesteps + 1];
    for (int t = 0; t < timesteps; t++) {
      starts[t + 1] = starts[t] + spikes[t].length;
    }
    int[] indices = Arrays.stream(spikes).flatMapToInt(Arrays::stream).toArray();
    EncodedInput input = new EventInput(graph.shape("input"), starts, indices, null);
    Profiler profiler =
        new Profiler(graph, ValueKind.BINARY, timesteps, new ProfileSettings(1, 0, Set.of()));
    PotentialLog log = new PotentialLog(profiler.probes(), timesteps);
    ReferenceEngine engine = new ReferenceEngine(graph, ValueKind.BINARY, timesteps, log);
    InferenceRecord record = engine.newRecord().keeping(log);
    engine.run(0, input, record);
    profiler.onInference(record, -1);
    return new Result(this, profiler.profile(), record.counters().snapshot());
  }

  /** A profile and the counters of the same inference. */
  record Result(HandNetwork network, NetworkProfile profile, Counts counts) {

    ConnectionActivity connection(String name) {
      return profile.connections().stream()
          .filter(each -> each.facts().name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    ConnectionActivity connection() {
      return profile.connections().getLast();
    }

    /** Accesses of the output's potentials. */
    MembraneAccess.Access accesses(MembraneAccess model) {
      LayerFacts output = LayerFacts.of(network.graph(), ValueKind.BINARY).getLast();
      return model.of(output, counts, 1);
    }

    /** Operations of the output, by a rule for pooled input. */
    double snnPj(PooledInput rule) {
      return EnergyModel.of(CostModels.paper())
          .report(CountedActivity.of(network.graph(), ValueKind.BINARY, counts, 1))
          .compute(rule)
          .layers()
          .getLast()
          .snnPj();
    }

    double figure(String tool, String name) {
      List<ToolFigure> all = ToolFigure.of(profile);
      return all.stream()
          .filter(each -> each.tool().equals(tool) && each.name().equals(name))
          .findFirst()
          .orElseThrow()
          .value();
    }
  }
}

package org.spikeledger.tools.cli.energy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.ConnectionFacts;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.replay.TraceReader;

/**
 * What was counted, whether it has just run or was recorded: all that prices are applied to.
 *
 * @param network its name
 * @param dataset its name
 * @param fingerprint 64 hexadecimal digits
 * @param timesteps T
 * @param precision of the run, {@code float32} or {@code int8}
 * @param inferences how many were summed
 * @param truncated whether a trace was cut, so that inferences may be missing
 * @param counts their sum
 * @param layers what the graph says of each layer
 * @param connections what it says of each connection; empty where only a trace is at hand
 */
record Activity(
    String network,
    String dataset,
    String fingerprint,
    int timesteps,
    String precision,
    long inferences,
    boolean truncated,
    Counts counts,
    List<LayerFacts> layers,
    List<ConnectionFacts> connections) {

  static Activity of(RunSummary run) {
    return new Activity(
        run.network(),
        run.dataset(),
        run.fingerprint(),
        run.timesteps(),
        run.precision(),
        run.samples(),
        false,
        run.counts(),
        run.layers(),
        List.of());
  }

  /** The same with what the graph says of each connection. */
  Activity with(Graph graph, ValueKind input) {
    if (!LayerFacts.of(graph, input).equals(layers)) {
      throw new BadInputException(
          "a network has to be the one that ran: recorded=%s".formatted(network));
    }
    return new Activity(
        network,
        dataset,
        fingerprint,
        timesteps,
        precision,
        inferences,
        truncated,
        counts,
        layers,
        ConnectionFacts.of(graph, input));
  }

  CountedActivity counted() {
    return new CountedActivity(layers, connections, counts, inferences);
  }

  /** What a trace's inputs were. */
  static ValueKind inputKind(Path trace) {
    try (TraceReader reader = TraceReader.open(trace)) {
      return reader.header().inputKind();
    }
  }

  static Activity of(Path trace) {
    try (TraceReader reader = TraceReader.open(trace)) {
      TraceHeader header = reader.header();
      Optional<TracedInference> next = reader.next();
      if (next.isEmpty()) {
        throw new BadInputException("an energy needs at least one inference: trace=" + trace);
      }
      Counters sum = new Counters(header.layers().size(), header.timesteps());
      while (next.isPresent()) {
        sum.addAll(next.get().record().counters());
        next = reader.next();
      }
      return new Activity(
          header.network(),
          header.dataset(),
          header.fingerprint(),
          header.timesteps(),
          header.precision(),
          reader.ordinal(),
          reader.footer().isEmpty(),
          sum.snapshot(),
          header.layers().stream().map(TraceLayer::facts).toList(),
          List.of());
    }
  }
}

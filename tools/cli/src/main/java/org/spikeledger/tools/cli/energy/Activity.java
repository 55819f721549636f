package org.spikeledger.tools.cli.energy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
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
 * @param inferences how many were summed
 * @param counts their sum
 * @param layers what the graph says of each layer
 */
record Activity(
    String network,
    String dataset,
    String fingerprint,
    int timesteps,
    long inferences,
    Counts counts,
    List<LayerFacts> layers) {

  static Activity of(RunSummary run) {
    return new Activity(
        run.network(),
        run.dataset(),
        run.fingerprint(),
        run.timesteps(),
        run.samples(),
        run.counts(),
        run.layers());
  }

  static Activity of(Path trace) {
    try (TraceReader reader = TraceReader.open(trace)) {
      TraceHeader header = reader.header();
      Counters sum = new Counters(header.layers().size(), header.timesteps());
      Optional<TracedInference> next = reader.next();
      while (next.isPresent()) {
        sum.addAll(next.get().record().counters());
        next = reader.next();
      }
      if (reader.ordinal() == 0) {
        throw new BadInputException("an energy needs at least one inference: trace=" + trace);
      }
      return new Activity(
          header.network(),
          header.dataset(),
          header.fingerprint(),
          header.timesteps(),
          reader.ordinal(),
          sum.snapshot(),
          header.layers().stream().map(TraceLayer::facts).toList());
    }
  }
}

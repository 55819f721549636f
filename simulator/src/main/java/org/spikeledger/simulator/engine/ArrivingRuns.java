package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.RowFormat;

/** Finds the events that some windows of a connection see. Used by one thread. */
final class ArrivingRuns {

  private final Runs runs;
  private final Positions parts;
  private final int[] partStarts;
  private final SingleSpikes single;

  ArrivingRuns(ConnectionStage stage, int[] windowsOfThread) {
    int groups = stage.window().groups();
    runs = new Runs(stage.windows(), windowsOfThread, stage.weights());
    parts = Positions.of(stage.sourceLayout().channels() / groups);
    partStarts = groups == 1 ? null : new int[stage.windows().parts() + 1];
    boolean bytes = stage.weights().format() == RowFormat.INT8;
    single =
        bytes && !stage.binary()
            ? new SingleSpikes(stage.sourceLayout(), stage.weights().largestEvent())
            : null;
  }

  /** The runs of a timestep's events; valid until the next call. */
  Runs of(EventList events) {
    if (single != null) {
      single.of(events);
      runs.of(single.starts(), single.indices(), null);
      return runs;
    }
    int[] starts = events.starts();
    if (partStarts != null) {
      parts.findStarts(events.indices(), events.count(), partStarts);
      starts = partStarts;
    }
    runs.of(starts, events.indices(), events.values());
    return runs;
  }
}

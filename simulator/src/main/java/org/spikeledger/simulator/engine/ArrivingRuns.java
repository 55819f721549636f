package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.ConnectionStage;

/** Finds the events that some windows of a connection see. Used by one thread. */
final class ArrivingRuns {

  private final Runs runs;
  private final Positions parts;
  private final int[] partStarts;

  ArrivingRuns(ConnectionStage stage, int[] windowsOfThread) {
    int groups = stage.window().groups();
    runs = new Runs(stage.windows(), windowsOfThread);
    parts = Positions.of(stage.sourceLayout().channels() / groups);
    partStarts = groups == 1 ? null : new int[stage.windows().parts() + 1];
  }

  /** The runs of a timestep's events; valid until the next call. */
  Runs of(EventList events) {
    int[] starts = events.starts();
    if (partStarts != null) {
      parts.findStarts(events.indices(), events.count(), partStarts);
      starts = partStarts;
    }
    runs.of(starts, events.indices(), events.values());
    return runs;
  }
}

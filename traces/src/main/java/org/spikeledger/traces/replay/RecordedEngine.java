package org.spikeledger.traces.replay;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.engine.EventEngine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.KernelSelection;
import org.spikeledger.simulator.engine.Probe;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.traces.compare.InferenceComparison;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TracedInference;

/** Runs recorded inferences with the recorded spikes in place of computed ones; one thread's. */
final class RecordedEngine {

  private final RecordedSpikes recorded;
  private final EventEngine engine;
  private final InferenceRecord record;

  /**
   * An engine for a trace's inferences.
   *
   * @param asked the layer to be computed, or -1
   * @throws BadInputException if the network's shape is not the trace's
   */
  RecordedEngine(Graph graph, TraceHeader header, KernelChoice kernel, int asked, Probe probe) {
    Plan plan = Plan.of(graph, header.inputKind());
    recorded = new RecordedSpikes(plan, KernelSelection.of(kernel), asked);
    engine = new EventEngine(plan, header.timesteps(), recorded, Probe.both(probe, recorded));
    record = engine.newRecord();
    InferenceComparison comparison = new InferenceComparison(header);
    comparison.checkShape(record);
    comparison.checkLayers(plan.layers());
  }

  /** Spikes and counters of an inference; valid until the next call. */
  InferenceRecord run(TracedInference inference) {
    recorded.begin(inference.record().spikes());
    engine.run(inference.record().sample(), inference.input(), record);
    return record;
  }
}

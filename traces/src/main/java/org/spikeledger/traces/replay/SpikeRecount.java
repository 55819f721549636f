package org.spikeledger.traces.replay;

import java.util.Optional;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.Probe;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.compare.InferenceComparison;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TracedInference;

/**
 * Counts again from the recorded spikes and inputs, without simulating: every counter follows from
 * who fired and how the network is wired, but {@link Primitive#UPDATED}, which asks for potentials
 * and is taken from the trace. Every accounting model is a function of the result. Used by one
 * thread.
 */
public final class SpikeRecount {

  private final InferenceComparison comparison;
  private final RecordedEngine engine;

  /**
   * A recount of a trace.
   *
   * @param graph the network
   * @param header of the trace
   * @throws org.spikeledger.models.BadInputException if the network's shape is not the trace's
   */
  public SpikeRecount(Graph graph, TraceHeader header) {
    comparison = new InferenceComparison(header);
    engine = new RecordedEngine(graph, header, KernelChoice.AUTO, -1, Probe.NONE);
  }

  /** The counters of an inference; valid until the next call. */
  public Counters of(TracedInference inference) {
    Counters counted = engine.run(inference).counters();
    Counters recorded = inference.record().counters();
    for (int t = 0; t < counted.timesteps(); t++) {
      for (int layer = 0; layer < counted.layers(); layer++) {
        long updated = recorded.get(layer, t, Primitive.UPDATED);
        counted.set(layer, t, Primitive.UPDATED, updated);
      }
    }
    return counted;
  }

  /** The first recorded counter that does not follow from the recorded spikes. */
  public Optional<Divergence> check(TracedInference inference) {
    return compare(inference, of(inference));
  }

  /** The first recorded counter that is not the counted one. */
  public Optional<Divergence> compare(TracedInference inference, Counters counted) {
    return comparison.firstDivergence(
        inference.record().sample(), inference.record().counters(), counted);
  }
}

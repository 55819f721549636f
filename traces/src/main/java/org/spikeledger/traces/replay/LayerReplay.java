package org.spikeledger.traces.replay;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.compare.InferenceComparison;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;
import org.spikeledger.traces.format.TracedInference;

/**
 * Computes one layer alone: what arrives at it is what was recorded of the layers before. Costs
 * what that layer costs, and gives the potentials of all its neurons. Used by one thread.
 */
public final class LayerReplay {

  private final TraceLayer layer;
  private final InferenceComparison comparison;
  private final PotentialLog potentials;
  private final RecordedEngine engine;

  /**
   * A replay of a layer.
   *
   * @param graph the network; only the layer's own weights and parameters matter
   * @param header of the trace
   * @param name of the layer
   * @param kernel that computes it
   * @throws BadInputException if there is no such layer, or the network's shape is not the trace's
   */
  public LayerReplay(Graph graph, TraceHeader header, String name, KernelChoice kernel) {
    layer = header.layer(name);
    comparison = new InferenceComparison(header);
    int index = layer.facts().layer().index();
    List<Integer> all = IntStream.range(0, layer.neurons()).boxed().toList();
    potentials = new PotentialLog(List.of(new ProbedLayer(index, all)), header.timesteps());
    engine = new RecordedEngine(graph, header, kernel, index, potentials);
  }

  /**
   * Computes the layer.
   *
   * @return a record in which this layer's spikes and counters are computed; valid until the next
   *     call
   * @throws BadInputException where the trace keeps only digests of inputs
   */
  public InferenceRecord run(TracedInference inference) {
    return engine.run(inference);
  }

  /** Computes the layer and compares it with what was recorded of it. */
  public Optional<Divergence> check(TracedInference inference) {
    return comparison.firstDivergence(inference.record(), run(inference), layer);
  }

  /**
   * The layer's membrane potential after reset, in the inference that was computed last.
   *
   * @param timestep from 0
   * @param canonicalIndex of the neuron
   */
  public float potential(int timestep, int canonicalIndex) {
    return potentials.get(timestep, 0, canonicalIndex);
  }
}

package org.spikeledger.traces.replay;

import java.util.List;
import java.util.Optional;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.simulator.run.EngineFactory;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;
import org.spikeledger.traces.format.TracedInference;

/**
 * The membrane potential, after reset, of the neuron at which two traces part: as it was recorded,
 * or else by running the inference's input again.
 */
public final class DivergentPotentials {

  private DivergentPotentials() {}

  /**
   * The potential on one side.
   *
   * @param reader of that side's trace
   * @param place the number of the inference, from 0
   * @param divergence in spikes or output; any other kind has no neuron
   * @param network that the trace was recorded from, if it is known
   * @return empty where it was not recorded and cannot be computed
   * @throws org.spikeledger.models.BadInputException if the network does not fit the trace
   */
  public static Optional<Float> of(
      TraceReader reader, long place, Divergence divergence, Optional<Graph> network) {
    if (divergence.neuron() < 0) {
      return Optional.empty();
    }
    reader.seek(place);
    TracedInference inference = reader.next().orElseThrow();
    TraceLayer layer = reader.header().layer(divergence.layer());
    int neuron = layer.canonicalIndex(divergence.neuron());
    int timestep =
        divergence.timestep() < 0 ? reader.header().timesteps() - 1 : divergence.timestep();
    return recorded(inference.record().potentials(), layer.index(), neuron, timestep)
        .or(
            () ->
                inference.keptDigest() == null
                    ? network.map(
                        graph ->
                            computed(
                                graph, reader.header(), inference, layer.index(), neuron, timestep))
                    : Optional.empty());
  }

  private static Optional<Float> recorded(PotentialLog log, int layer, int neuron, int timestep) {
    for (int probe = 0; probe < log.probes().size(); probe++) {
      int i = log.probes().get(probe).neurons().indexOf(neuron);
      if (log.probes().get(probe).layer() == layer && i >= 0) {
        return Optional.of(log.get(timestep, probe, i));
      }
    }
    return Optional.empty();
  }

  private static float computed(
      Graph graph,
      TraceHeader header,
      TracedInference inference,
      int layer,
      int neuron,
      int timestep) {
    RunSettings settings =
        RunSettings.of(header.timesteps())
            .withProbes(List.of(new ProbedLayer(layer, List.of(neuron))));
    Engine engine = new EngineFactory(graph, header.inputKind(), settings).create();
    InferenceRecord record = engine.newRecord();
    engine.run(inference.record().sample(), inference.input(), record);
    return record.potentials().get(timestep, 0, 0);
  }
}

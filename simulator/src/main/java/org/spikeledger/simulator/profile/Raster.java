package org.spikeledger.simulator.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.SpikeLog;

/**
 * Who fired when, of one layer in one inference.
 *
 * @param layer its name
 * @param sample the inference's place in the dataset
 * @param neurons how many neurons the layer has
 * @param timesteps T
 * @param spikes in order of timestep, then NIR index
 */
public record Raster(String layer, long sample, int neurons, int timesteps, List<Spike> spikes) {

  /** Copies what can change. */
  public Raster {
    spikes = List.copyOf(spikes);
  }

  /**
   * A neuron that fired.
   *
   * @param timestep 0..T-1
   * @param neuron NIR index
   */
  public record Spike(int timestep, int neuron) {}

  static Raster of(Graph graph, LayerFacts facts, InferenceRecord record) {
    int layer = facts.layer().index();
    SpikeLog log = record.spikes();
    CanonicalOrder order = CanonicalOrder.of(graph.shape(facts.layer().name()));
    List<Spike> spikes = new ArrayList<>();
    for (int t = 0; t < log.timesteps(); t++) {
      for (int i = 0; i < log.count(t, layer); i++) {
        spikes.add(new Spike(t, order.toNir(log.index(t, layer, i))));
      }
    }
    spikes.sort(Comparator.comparingInt(Spike::timestep).thenComparingInt(Spike::neuron));
    return new Raster(
        facts.layer().name(), record.sample(), facts.layer().neurons(), log.timesteps(), spikes);
  }
}

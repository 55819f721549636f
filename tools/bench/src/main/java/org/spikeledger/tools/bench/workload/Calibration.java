package org.spikeledger.tools.bench.workload;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.simulator.encode.EncodedInput;

/** Gives a network the thresholds at which it fires at a rate, layer by layer. */
final class Calibration {

  private Calibration() {}

  /** The neurons of all blocks but the last, which feeds the output. */
  static List<Neuron> of(
      Chain chain, List<? extends EncodedInput> inputs, int timesteps, FiringTarget target) {
    List<Neuron> neurons = new ArrayList<>();
    List<EncodedInput> arriving = List.copyOf(inputs);
    for (Block block : chain.blocks().subList(0, chain.blocks().size() - 1)) {
      Currents currents = Currents.of(block, arriving, timesteps);
      float[] thresholds = new ThresholdSearch(currents, target).thresholds();
      neurons.add(target.neuron(currents.shape(), thresholds));
      arriving = new LayerSpikes(currents, thresholds, target.leak()).inputs();
    }
    return List.copyOf(neurons);
  }
}

package org.spikeledger.tools.bench.workload;

import java.util.List;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.EncodedInput;

/**
 * A whole network with inputs.
 *
 * @param chain its weights
 * @param neurons of all blocks but the last
 * @param timesteps of an inference
 * @param inputs cycled through
 */
public record Workload(
    Chain chain, List<Neuron> neurons, int timesteps, List<EncodedInput> inputs) {

  /** Copies the lists. */
  public Workload {
    neurons = List.copyOf(neurons);
    inputs = List.copyOf(inputs);
  }

  /** The network. */
  public Graph graph() {
    return chain.graph(neurons);
  }

  /** What every input is. */
  public ValueKind kind() {
    return inputs.getFirst().kind();
  }
}

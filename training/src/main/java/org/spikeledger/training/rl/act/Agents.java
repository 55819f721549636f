package org.spikeledger.training.rl.act;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.layers.AnnNetwork;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.layers.Transform;
import org.spikeledger.training.layers.WeightedLayer;

/** Makes the agent of a network. */
public final class Agents {
  private Agents() {}

  /**
   * An agent with the network's weights as they are now.
   *
   * @param observation its shape
   * @param carries whether potentials are carried between environment steps, which an ANN has none
   *     of
   * @param scale on an observation's values
   */
  public static Agent of(Trainable network, Shape observation, boolean carries, double scale) {
    return switch (network) {
      case AnnNetwork ann when isLinear(ann.layers()) ->
          new LinearAgent(ann.layers(), rectified(ann.layers().size() - 1), 1, false, scale);
      case SpikingNetwork snn when isLinear(snn.layers()) ->
          new LinearAgent(snn.layers(), spiking(snn), snn.timesteps(), carries, scale);
      case SpikingNetwork snn when carries -> new CarryingAgent(snn, observation, scale);
      default -> new LibtorchAgent(network, observation, scale);
    };
  }

  /** Whether an observation's values enter as they are and nothing but weights follows. */
  private static boolean isLinear(List<WeightedLayer> layers) {
    return layers.stream()
        .allMatch(
            layer ->
                layer.synapses() instanceof Synapses.Linear
                    && layer.transforms().stream()
                        .allMatch(Transform.Flattening.class::isInstance));
  }

  private static List<Neurons> rectified(int number) {
    List<Neurons> neurons = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      neurons.add(new Neurons.Rectified());
    }
    return neurons;
  }

  private static List<Neurons> spiking(SpikingNetwork network) {
    List<Neurons> neurons = new ArrayList<>();
    for (int i = 0; i < network.neurons().size(); i++) {
      int size = (int) network.layers().get(i).synapses().weight().size(0);
      neurons.add(new Neurons.Spiking(network.neurons().get(i), size));
    }
    return neurons;
  }
}

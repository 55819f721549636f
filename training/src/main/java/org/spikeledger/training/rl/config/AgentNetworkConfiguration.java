package org.spikeledger.training.rl.config;

import java.util.List;
import org.spikeledger.training.config.LayerConfiguration;
import org.spikeledger.training.config.NetworkConfiguration;
import org.spikeledger.training.config.Rules;

/**
 * The shape of an agent's network: every layer but the last is followed by neurons, the last gives
 * a value an action.
 *
 * @param bias whether each unit and channel has a bias
 * @param layers convolutions, pools and linear layers in order; the last is linear
 */
public record AgentNetworkConfiguration(boolean bias, List<LayerConfiguration> layers) {

  /** Copies the list and checks it. */
  public AgentNetworkConfiguration {
    layers = new NetworkConfiguration(false, layers).layers();
    for (LayerConfiguration layer : layers) {
      Rules.require(
          layer instanceof LayerConfiguration.Linear
              || layer instanceof LayerConfiguration.Convolution
              || layer instanceof LayerConfiguration.AveragePool,
          "an agent's layers are convolutions, pools and linear ones",
          "network.layers",
          layer);
    }
  }

  /** As the layers' maker takes it. */
  public NetworkConfiguration shape() {
    return new NetworkConfiguration(false, layers);
  }

  /** Values that the output gives. */
  public int actions() {
    return ((LayerConfiguration.Linear) layers.getLast()).units();
  }
}

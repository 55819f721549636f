package org.spikeledger.training.config;

import java.util.List;

/**
 * The shape of the network. Every convolution and linear layer is followed by a layer of neurons,
 * the last one by the accumulating output.
 *
 * @param batchNormalisation whether the ANN normalises after every hidden convolution and linear
 *     layer; folded into weights and biases at conversion or at export
 * @param layers in order; the last is linear and gives one unit a class
 */
public record NetworkConfiguration(boolean batchNormalisation, List<LayerConfiguration> layers) {

  /** Copies the list and checks the order of layers. */
  public NetworkConfiguration {
    layers = List.copyOf(layers);
    Rules.require(!layers.isEmpty(), "there is at least one layer", "network.layers", "[]");
    Rules.require(
        layers.getLast() instanceof LayerConfiguration.Linear,
        "the last layer is linear",
        "network.layers",
        layers.getLast());
    LayerOrder order = new LayerOrder();
    layers.forEach(order::add);
  }
}

package org.spikeledger.training.config;

/** Goes through the layers of a network and refuses the one that cannot stand where it does. */
final class LayerOrder {
  private boolean weighted;
  private boolean flat;

  /** Since the last layer with weights. */
  private boolean pooled;

  private boolean dropped;

  void add(LayerConfiguration layer) {
    require(!flat || !layer.isSpatial(), "no map follows a linear layer", layer);
    switch (layer) {
      case LayerConfiguration.AveragePool _ -> {
        require(!pooled, "a pool is followed by weights before the next", layer);
        pooled = true;
      }
      case LayerConfiguration.Dropout _ -> dropped = true;
      case LayerConfiguration.ResidualBlock _ -> {
        require(weighted, "a residual block comes after another layer with weights", layer);
        // Its two paths would lose different values.
        require(!dropped, "no dropout stands before a residual block", layer);
        passWeights();
      }
      case LayerConfiguration.Convolution _ -> passWeights();
      case LayerConfiguration.Linear _ -> {
        passWeights();
        flat = true;
      }
    }
  }

  private void passWeights() {
    weighted = true;
    pooled = false;
    dropped = false;
  }

  private static void require(boolean holds, String rule, LayerConfiguration layer) {
    Rules.require(holds, rule, "network.layers", layer);
  }
}

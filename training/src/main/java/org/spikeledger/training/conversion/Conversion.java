package org.spikeledger.training.conversion;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.training.config.ConversionConfiguration;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.layers.AnnNetwork;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.WeightedLayer;

/** Makes a spiking network from a trained ANN. */
public final class Conversion {
  private Conversion() {}

  /**
   * Balances the thresholds, and folds the normalisation unless it is to be kept.
   *
   * @param ann whose tensors become the new network's where its normalisation is kept
   * @param images one batch, batch x channel x row x column
   */
  public static SpikingNetwork convert(
      AnnNetwork ann,
      ConversionConfiguration configuration,
      double surrogateScale,
      Precision precision,
      Tensor images,
      int timesteps) {
    List<WeightedLayer> layers =
        configuration.keepsNormalisation() ? ann.layers() : NormalisationFolding.fold(ann.layers());
    ThresholdBalancing balancing = new ThresholdBalancing(configuration, surrogateScale);
    int steps = configuration.steps() > 0 ? configuration.steps() : timesteps;
    return new SpikingNetwork(
        layers, balancing.balance(layers, images, steps), timesteps, precision);
  }
}

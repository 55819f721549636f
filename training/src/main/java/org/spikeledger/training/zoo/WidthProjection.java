package org.spikeledger.training.zoo;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.LayerEnergy;
import org.spikeledger.simulator.energy.Ratio;
import org.spikeledger.training.config.LayerConfiguration;
import org.spikeledger.training.config.NetworkConfiguration;

/**
 * What a narrow network's rates would mean in one of full width: every layer's operations times the
 * ratio of dense multiply-accumulates, the rates unchanged. A projection, not a measurement: a
 * wider network would learn other rates.
 */
final class WidthProjection {
  private final double width;
  private final List<Double> factors = new ArrayList<>();
  private double channels;
  private double fullChannels;

  private WidthProjection(double width, int imageChannels) {
    this.width = width;
    channels = imageChannels;
    fullChannels = imageChannels;
  }

  /**
   * The dense multiply-accumulates of each weighted layer at full width over those of the network.
   *
   * @param width of the network relative to full width; scales the channels of convolutions
   */
  static List<Double> factors(NetworkConfiguration network, double width, int imageChannels) {
    WidthProjection projection = new WidthProjection(width, imageChannels);
    for (LayerConfiguration layer : network.layers()) {
      switch (layer) {
        case LayerConfiguration.Convolution convolution ->
            projection.add(convolution.channels(), true);
        case LayerConfiguration.ResidualBlock block -> {
          projection.add(block.channels(), true);
          projection.add(block.channels(), true);
        }
        case LayerConfiguration.Linear linear -> projection.add(linear.units(), false);
        case LayerConfiguration.AveragePool _, LayerConfiguration.Dropout _ -> {}
      }
    }
    return projection.factors;
  }

  private void add(int out, boolean scaled) {
    double fullOut = scaled ? Math.round(out / width) : out;
    factors.add(fullChannels * fullOut / (channels * out));
    channels = out;
    fullChannels = fullOut;
  }

  /** Alpha with each layer's energies times its factor. */
  static Ratio alpha(ComputeEnergy energy, List<Double> factors) {
    double ann = 0;
    double snn = 0;
    for (int i = 0; i < factors.size(); i++) {
      LayerEnergy layer = energy.layers().get(i);
      ann += factors.get(i) * layer.annPj();
      snn += factors.get(i) * layer.snnPj();
    }
    return new Ratio(ann, snn);
  }
}

package org.spikeledger.training.conversion;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.training.layers.BatchNormalisation;
import org.spikeledger.training.layers.Shortcut;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Which of the ANN's values a spike of 1 stands for, layer by layer. Weights do not care how large
 * the values before them are, since thresholds are chosen from what they give; biases,
 * normalisation and the sums of shortcuts do. So, in place,
 *
 * <ul>
 *   <li>biases are divided by what a spike before them is worth;
 *   <li>means and variances of normalised currents are those of currents that shrank with the
 *       spikes;
 *   <li>where a shortcut arrives, all currents are brought to the scale of the spikes that it
 *       carries.
 * </ul>
 *
 * Over many timesteps the converted network then gives the ANN's scores.
 */
final class SpikeWorth {
  private final List<WeightedLayer> layers;

  /** Of what enters each layer; of the image 1. */
  private final double[] entering;

  private int layer;

  /** Before the neurons of the first layer. */
  SpikeWorth(List<WeightedLayer> layers) {
    this.layers = layers;
    entering = new double[layers.size()];
    entering[0] = 1;
  }

  /**
   * Goes past the neurons ahead, and scales the layer behind them.
   *
   * @param threshold of the neurons
   */
  void next(double threshold) {
    entering[layer + 1] = unit(layer) * threshold;
    layer++;
    Shortcut shortcut = layers.get(layer).shortcut();
    scale(layers.get(layer).synapses(), entering[layer], unit(layer));
    if (shortcut != null && shortcut.projection() != null) {
      scale(shortcut.projection(), entering[shortcut.layer()], unit(layer));
    }
  }

  /** What a current of 1 into a layer's neurons is worth. */
  private double unit(int ofLayer) {
    WeightedLayer weighted = layers.get(ofLayer);
    if (weighted.shortcut() != null) {
      return entering[weighted.shortcut().layer()];
    }
    return weighted.synapses() instanceof Synapses.Normalised ? 1 : entering[ofLayer];
  }

  private static void scale(Synapses synapses, double before, double behind) {
    if (synapses instanceof Synapses.Normalised normalised) {
      scale(normalised.normalisation(), before, behind);
      return;
    }
    multiply(synapses.weight(), before / behind);
    if (synapses.bias() != null) {
      multiply(synapses.bias(), 1 / behind);
    }
  }

  private static void scale(BatchNormalisation normalisation, double before, double behind) {
    multiply(normalisation.runningMean(), 1 / before);
    multiply(normalisation.runningVariance(), 1 / (before * before));
    multiply(normalisation.scale(), 1 / behind);
    multiply(normalisation.shift(), 1 / behind);
  }

  private static void multiply(Tensor values, double factor) {
    if (factor != 1) {
      Scalar scale = new Scalar((float) factor);
      FloatTensors.withoutGradient(() -> values.mul_(scale));
    }
  }
}

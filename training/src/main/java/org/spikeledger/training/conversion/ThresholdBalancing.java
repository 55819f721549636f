package org.spikeledger.training.conversion;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.config.ConversionConfiguration;
import org.spikeledger.training.layers.SpikingFront;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Chooses thresholds layer by layer, with the earlier layers already spiking: the maximum over
 * timesteps of a percentile of the layer's weighted inputs on one batch (Rathi et al. 2020; IIR-SNN
 * uses the 90th percentile). Leaks are 1.
 */
public final class ThresholdBalancing {
  private final ConversionConfiguration configuration;
  private final double surrogateScale;
  private final boolean keepsScale;

  /** A balancing for neurons with the given surrogate gradient. */
  public ThresholdBalancing(ConversionConfiguration configuration, double surrogateScale) {
    this(configuration, surrogateScale, false);
  }

  private ThresholdBalancing(
      ConversionConfiguration configuration, double surrogateScale, boolean keepsScale) {
    this.configuration = configuration;
    this.surrogateScale = surrogateScale;
    this.keepsScale = keepsScale;
  }

  /**
   * A balancing of a chain that also multiplies the weights behind every layer of neurons in place
   * by its threshold: currents then have the ANN's scale, beside biases and at the output too.
   */
  public static ThresholdBalancing keepingScale(
      ConversionConfiguration configuration, double surrogateScale) {
    return new ThresholdBalancing(configuration, surrogateScale, true);
  }

  /**
   * Neurons for every layer but the last. Where a shortcut arrives, the layer's own weights are
   * multiplied in place by the thresholds of the neurons that it went around: those neurons give
   * spikes of 1 for values that large, and the shortcut's values did not shrink with them.
   *
   * @param images one batch, batch x channel x row x column
   * @param timesteps over which the maximum is taken
   */
  public List<SpikingNeurons> balance(List<WeightedLayer> layers, Tensor images, int timesteps) {
    List<SpikingNeurons> neurons = new ArrayList<>();
    SpikingFront front = new SpikingFront(layers, images, timesteps);
    for (int i = 0; i < layers.size() - 1; i++) {
      double largest = largestPercentile(front.currents(), images.size(0));
      float threshold = (float) (largest * configuration.thresholdScale());
      neurons.add(
          SpikingNeurons.of(
              Math.max(threshold, (float) SpikingNeurons.SMALLEST_THRESHOLD), 1f, surrogateScale));
      if (keepsScale) {
        scale(layers.get(i + 1), neurons.getLast().threshold().item_float());
      } else {
        scaleOwnWeights(layers.get(i + 1), neurons);
      }
      front.advance(neurons.getLast());
    }
    return neurons;
  }

  private static void scaleOwnWeights(WeightedLayer layer, List<SpikingNeurons> before) {
    if (layer.shortcut() == null) {
      return;
    }
    double factor = 1;
    for (SpikingNeurons passed : before.subList(layer.shortcut().layer(), before.size())) {
      factor *= passed.threshold().item_float();
    }
    scale(layer, (float) factor);
  }

  private static void scale(WeightedLayer layer, float factor) {
    Scalar scale = new Scalar(factor);
    FloatTensors.withoutGradient(() -> layer.synapses().weight().mul_(scale));
  }

  private double largestPercentile(Tensor currents, long batch) {
    double largest = Double.NEGATIVE_INFINITY;
    for (long start = 0; start < currents.size(0); start += batch) {
      largest = Math.max(largest, percentile(currents.narrow(0, start, batch)));
    }
    return largest;
  }

  private double percentile(Tensor currents) {
    Tensor values = FloatTensors.dense(currents).flatten();
    long rank = (long) Math.ceil(configuration.percentile() / 100 * values.numel());
    return torch.kthvalue(values, Math.max(1, rank)).get0().item_float();
  }
}

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
   * A balancing of a chain that moves every threshold into the weights, in place: those before the
   * neurons, and their biases, are divided by it, those behind are multiplied by it. So all
   * thresholds are 1, and what the output adds up has the ANN's scale.
   */
  public static ThresholdBalancing keepingScale(
      ConversionConfiguration configuration, double surrogateScale) {
    return new ThresholdBalancing(configuration, surrogateScale, true);
  }

  /**
   * Neurons for every layer but the last. Spikes of 1 stand for values as large as what the neurons
   * before them needed to fire, and every layer is scaled in place to what arrives, as {@link
   * SpikeWorth} says.
   *
   * @param images one batch, batch x channel x row x column
   * @param timesteps over which the maximum is taken
   */
  public List<SpikingNeurons> balance(List<WeightedLayer> layers, Tensor images, int timesteps) {
    List<SpikingNeurons> neurons = new ArrayList<>();
    SpikeWorth worth = new SpikeWorth(layers);
    SpikingFront front = new SpikingFront(layers, images, timesteps);
    for (int i = 0; i < layers.size() - 1; i++) {
      double largest = largestPercentile(front.currents(), images.size(0));
      float threshold = (float) (largest * configuration.thresholdScale());
      SpikingNeurons balanced =
          SpikingNeurons.of(
              Math.max(threshold, (float) SpikingNeurons.SMALLEST_THRESHOLD), 1f, surrogateScale);
      if (keepsScale) {
        neurons.add(SpikingNeurons.of(1f, 1f, surrogateScale));
        moveThreshold(balanced.threshold().item_float(), layers.get(i), layers.get(i + 1));
      } else {
        neurons.add(balanced);
        worth.next(balanced.threshold().item_float());
      }
      front.advance(balanced);
    }
    return neurons;
  }

  private static void moveThreshold(float threshold, WeightedLayer before, WeightedLayer behind) {
    scale(before.synapses().weight(), 1 / threshold);
    if (before.synapses().bias() != null) {
      scale(before.synapses().bias(), 1 / threshold);
    }
    scale(behind.synapses().weight(), threshold);
  }

  private static void scale(Tensor values, float factor) {
    Scalar scale = new Scalar(factor);
    FloatTensors.withoutGradient(() -> values.mul_(scale));
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

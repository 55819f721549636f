package org.spikeledger.training.conversion;

import java.util.List;
import org.spikeledger.training.layers.BatchNormalisation;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Folds batch normalisation into the weights and biases in front of it: {@code w' = w * scale /
 * sqrt(variance + epsilon)}, {@code b' = shift - mean * scale / sqrt(variance + epsilon)}, computed
 * in double and rounded once.
 */
public final class NormalisationFolding {
  private NormalisationFolding() {}

  /** Layers of the same function without normalisation; their tensors are new. */
  public static List<WeightedLayer> fold(List<WeightedLayer> layers) {
    return layers.stream().map(NormalisationFolding::fold).toList();
  }

  private static WeightedLayer fold(WeightedLayer layer) {
    return layer.with(
        fold(layer.synapses()),
        layer.hasProjection()
            ? layer.shortcut().with(fold(layer.shortcut().projection()))
            : layer.shortcut());
  }

  /** Synapses of the same function without normalisation; their tensors are new. */
  public static Synapses fold(Synapses synapses) {
    return synapses instanceof Synapses.Normalised normalised
        ? fold(normalised.own(), normalised.normalisation())
        : copy(synapses);
  }

  private static Synapses copy(Synapses synapses) {
    return synapses.with(
        FloatTensors.parameter(synapses.weight().detach().clone()),
        synapses.bias() == null ? null : FloatTensors.parameter(synapses.bias().detach().clone()));
  }

  private static Synapses fold(Synapses synapses, BatchNormalisation normalisation) {
    float[] weight = FloatTensors.values(synapses.weight());
    float[] scale = FloatTensors.values(normalisation.scale());
    float[] shift = FloatTensors.values(normalisation.shift());
    float[] mean = FloatTensors.values(normalisation.runningMean());
    float[] variance = FloatTensors.values(normalisation.runningVariance());
    float[] bias = new float[scale.length];
    int fanIn = weight.length / scale.length;
    for (int channel = 0; channel < scale.length; channel++) {
      double factor = scale[channel] / Math.sqrt(variance[channel] + BatchNormalisation.EPSILON);
      for (int i = channel * fanIn; i < (channel + 1) * fanIn; i++) {
        weight[i] = (float) (weight[i] * factor);
      }
      bias[channel] = (float) (shift[channel] - mean[channel] * factor);
    }
    return synapses.with(
        FloatTensors.parameter(FloatTensors.of(weight, shape(synapses))),
        FloatTensors.parameter(FloatTensors.of(bias, bias.length)));
  }

  private static long[] shape(Synapses synapses) {
    long[] shape = new long[(int) synapses.weight().dim()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = synapses.weight().size(i);
    }
    return shape;
  }
}

package org.spikeledger.training.adopt;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.BadInputException;
import org.spikeledger.training.layers.BatchNormalisation;
import org.spikeledger.training.layers.SpikingFront;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Undoes {@link org.spikeledger.training.conversion.NormalisationFolding}: normalises every layer's
 * currents but the last's, and scales and shifts them back to what they were. The statistics are
 * those of one batch; with them the network's function is unchanged.
 */
public final class NormalisationRestoring {
  private NormalisationRestoring() {}

  /**
   * The same network with normalisation.
   *
   * @param images one batch, batch x channel x row x column
   * @throws BadInputException where it has shortcuts
   */
  public static SpikingNetwork restore(SpikingNetwork folded, Tensor images) {
    SpikingFront front = new SpikingFront(folded.layers(), images, folded.timesteps());
    List<WeightedLayer> layers = new ArrayList<>();
    for (int i = 0; i < folded.neurons().size(); i++) {
      layers.add(normalised(folded.layers().get(i), front.currents()));
      front.advance(folded.neurons().get(i));
    }
    layers.add(folded.layers().getLast());
    return folded.with(layers, folded.neurons());
  }

  private static WeightedLayer normalised(WeightedLayer layer, Tensor currents) {
    if (layer.shortcut() != null) {
      throw new BadInputException(
          "normalisation is restored where no shortcut arrives: layer=" + layer.name());
    }
    return layer.with(normalised(layer.synapses(), currents), null);
  }

  private static Synapses normalised(Synapses synapses, Tensor currents) {
    int channels = Math.toIntExact(currents.size(1));
    float[] values = FloatTensors.values(currents.transpose(0, 1));
    int each = values.length / channels;
    float[] bias =
        synapses.bias() == null ? new float[channels] : FloatTensors.values(synapses.bias());
    float[] scale = new float[channels];
    float[] shift = new float[channels];
    float[] mean = new float[channels];
    float[] variance = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      double average = 0;
      double square = 0;
      for (int i = channel * each; i < (channel + 1) * each; i++) {
        average += values[i];
        square += (double) values[i] * values[i];
      }
      average /= each;
      shift[channel] = (float) average;
      mean[channel] = (float) (average - bias[channel]);
      variance[channel] = (float) Math.max(0, square / each - average * average);
      scale[channel] = (float) Math.sqrt(variance[channel] + BatchNormalisation.EPSILON);
    }
    return new Synapses.Normalised(
        synapses.with(synapses.weight(), null),
        new BatchNormalisation(
            FloatTensors.parameter(FloatTensors.of(scale, channels)),
            FloatTensors.parameter(FloatTensors.of(shift, channels)),
            FloatTensors.of(mean, channels),
            FloatTensors.of(variance, channels)));
  }
}

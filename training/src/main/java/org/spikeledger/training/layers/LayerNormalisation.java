package org.spikeledger.training.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Normalises what arrives at one layer of neurons.
 *
 * @param currents of the layer's own synapses
 * @param shortcut of those on its shortcut; null where there are none
 */
public record LayerNormalisation(BatchNormalisation currents, BatchNormalisation shortcut) {

  /** For a layer, having seen nothing yet. */
  static LayerNormalisation initial(WeightedLayer layer) {
    return new LayerNormalisation(
        BatchNormalisation.initial(channels(layer.synapses())),
        layer.hasProjection()
            ? BatchNormalisation.initial(channels(layer.shortcut().projection()))
            : null);
  }

  private static int channels(Synapses synapses) {
    return Math.toIntExact(synapses.weight().size(0));
  }

  List<Tensor> parameters() {
    List<Tensor> parameters = new ArrayList<>(List.of(currents.scale(), currents.shift()));
    if (shortcut != null) {
      parameters.addAll(List.of(shortcut.scale(), shortcut.shift()));
    }
    return parameters;
  }

  void addTo(Map<String, Tensor> state, WeightedLayer layer) {
    add(state, layer.name(), currents);
    if (shortcut != null) {
      add(state, layer.shortcutName(), shortcut);
    }
  }

  private static void add(
      Map<String, Tensor> state, String name, BatchNormalisation normalisation) {
    state.put(name + "_scale", normalisation.scale());
    state.put(name + "_shift", normalisation.shift());
    state.put(name + "_mean", normalisation.runningMean());
    state.put(name + "_variance", normalisation.runningVariance());
  }
}

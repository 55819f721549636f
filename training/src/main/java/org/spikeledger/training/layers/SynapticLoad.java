package org.spikeledger.training.layers;

import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;

/** The multiply-accumulates that each layer of neurons feeds in one dense pass over one image. */
final class SynapticLoad {
  private final Map<Integer, Map<Integer, Long>> byNeuronsAndLayer = new TreeMap<>();

  /**
   * Notes a weighted layer; noting it again changes nothing.
   *
   * @param index of the layer, whose own values come from the neurons before it
   * @param currents into its neurons
   */
  void note(WeightedLayer layer, int index, Tensor currents) {
    put(index - 1, index, layer.synapses().multiplyAccumulates(currents));
    if (layer.hasProjection()) {
      long projected = layer.shortcut().projection().multiplyAccumulates(currents);
      put(layer.shortcut().layer() - 1, index, projected);
    }
  }

  private void put(int neurons, int layer, long multiplyAccumulates) {
    byNeuronsAndLayer
        .computeIfAbsent(neurons, _ -> new TreeMap<>())
        .put(layer, multiplyAccumulates);
  }

  /** Those of one layer of neurons; 0 before the first pass. */
  long fedBy(int neurons) {
    return byNeuronsAndLayer.getOrDefault(neurons, Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Its part of those of all layers of neurons, in 0..1. */
  double share(int neurons) {
    long all = byNeuronsAndLayer.keySet().stream().mapToLong(this::fedBy).sum();
    return (double) fedBy(neurons) / all;
  }
}

package org.spikeledger.training.layers;

import org.bytedeco.pytorch.Tensor;

/**
 * Values that go around some layers and are added to the currents of a later one.
 *
 * @param layer index of the weighted layer whose input it carries, as that layer's transforms leave
 *     it; at least 1, and no transform of it is random
 * @param projection synapses on the way; null where the values themselves are added
 */
public record Shortcut(int layer, Synapses projection) {

  /** The same way with other synapses. */
  public Shortcut with(Synapses other) {
    return new Shortcut(layer, other);
  }

  /**
   * What it adds, float32.
   *
   * @param origin the weighted layer whose input it carries
   * @param values what enters that layer
   */
  Tensor currents(WeightedLayer origin, Tensor values, Pass pass) {
    return projection == null
        ? origin.transformed(values, pass.inFloat32())
        : projection.currents(origin.transformed(values, pass), pass);
  }
}

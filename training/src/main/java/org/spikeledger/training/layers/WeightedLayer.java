package org.spikeledger.training.layers;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * From the values of one layer of neurons to the currents of the next.
 *
 * @param name unique in the network, e.g. {@code conv1}
 * @param transforms applied to the values, in order
 * @param synapses applied then
 */
public record WeightedLayer(String name, List<Transform> transforms, Synapses synapses) {

  /** Copies the list. */
  public WeightedLayer {
    transforms = List.copyOf(transforms);
  }

  /** Currents, float32. */
  public Tensor currents(Tensor values, Pass pass) {
    Tensor next = pass.lowered(values);
    for (Transform transform : transforms) {
      next = transform.apply(next, pass);
    }
    return synapses.currents(next, pass);
  }

  /** The same layer with other synapses. */
  public WeightedLayer with(Synapses other) {
    return new WeightedLayer(name, transforms, other);
  }
}

package org.spikeledger.training.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * From the values of one layer of neurons to the currents of the next.
 *
 * @param name unique in the network, e.g. {@code conv1}
 * @param transforms applied to the values, in order
 * @param synapses applied then
 * @param shortcut whose values are added; null where there is none
 */
public record WeightedLayer(
    String name, List<Transform> transforms, Synapses synapses, Shortcut shortcut) {

  /** Copies the list. */
  public WeightedLayer {
    transforms = List.copyOf(transforms);
  }

  /** A layer without a shortcut. */
  public WeightedLayer(String name, List<Transform> transforms, Synapses synapses) {
    this(name, transforms, synapses, null);
  }

  /** Name of the shortcut's synapses. */
  public String shortcutName() {
    return name + "_shortcut";
  }

  /** Whether a shortcut with synapses of its own arrives. */
  public boolean hasProjection() {
    return shortcut != null && shortcut.projection() != null;
  }

  /** Values as the transforms leave them, in the precision of the pass. */
  Tensor transformed(Tensor values, Pass pass) {
    Tensor next = pass.lowered(values);
    for (Transform transform : transforms) {
      next = transform.apply(next, pass);
    }
    return next;
  }

  /** Currents without the shortcut's, float32. */
  Tensor ownCurrents(Tensor values, Pass pass) {
    return synapses.currents(transformed(values, pass), pass);
  }

  /**
   * All currents into a layer, float32.
   *
   * @param layers of the network
   * @param index of the layer
   * @param entering what enters each layer up to this one
   */
  static Tensor currents(List<WeightedLayer> layers, int index, List<Tensor> entering, Pass pass) {
    WeightedLayer layer = layers.get(index);
    Tensor own = layer.ownCurrents(entering.get(index), pass);
    return layer.shortcut == null
        ? own
        : own.add(
            layer.shortcut.currents(
                layers.get(layer.shortcut.layer()), entering.get(layer.shortcut.layer()), pass));
  }

  /** The same layer, all its currents normalised. */
  WeightedLayer normalised() {
    return with(
        normalised(synapses),
        hasProjection() ? shortcut.with(normalised(shortcut.projection())) : shortcut);
  }

  private static Synapses normalised(Synapses synapses) {
    int channels = Math.toIntExact(synapses.weight().size(0));
    return new Synapses.Normalised(synapses, BatchNormalisation.initial(channels));
  }

  /** The same values, always, with gradients of their own. */
  WeightedLayer replica() {
    return with(
        synapses.replica(),
        hasProjection() ? shortcut.with(shortcut.projection().replica()) : shortcut);
  }

  /** What is learned. */
  List<Tensor> parameters() {
    List<Tensor> parameters = new ArrayList<>(synapses.parameters());
    if (hasProjection()) {
      parameters.addAll(shortcut.projection().parameters());
    }
    return parameters;
  }

  /** Puts all that it consists of into a network's state. */
  void addTo(Map<String, Tensor> state) {
    synapses.addTo(state, name);
    if (hasProjection()) {
      shortcut.projection().addTo(state, shortcutName());
    }
  }

  /** The same layer with other synapses. */
  public WeightedLayer with(Synapses other, Shortcut otherShortcut) {
    return new WeightedLayer(name, transforms, other, otherShortcut);
  }
}

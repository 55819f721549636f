package org.spikeledger.training.rl.run;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;

/** Moves the scale that training puts on an observation into the first weights and out again. */
public final class ScaledInput {
  private ScaledInput() {}

  /** The same network for observations as they are; other layers' tensors are shared. */
  public static SpikingNetwork taken(SpikingNetwork network, double scale) {
    return withFirstWeights(network, scale);
  }

  /** The same network for observations that are scaled before it, such as to be trained on. */
  public static SpikingNetwork givenBack(SpikingNetwork network, double scale) {
    return withFirstWeights(network, 1 / scale);
  }

  private static SpikingNetwork withFirstWeights(SpikingNetwork network, double factor) {
    List<WeightedLayer> layers = new ArrayList<>(network.layers());
    WeightedLayer first = layers.getFirst();
    Tensor weight =
        FloatTensors.withoutGradient(
            () -> first.synapses().weight().mul(new Scalar((float) factor)));
    layers.set(
        0,
        first.with(
            first.synapses().with(FloatTensors.parameter(weight), first.synapses().bias()), null));
    return network.with(layers, network.neurons());
  }
}

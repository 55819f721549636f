package org.spikeledger.training.rl.run;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;

/** Lets the first layer's weights take up the scale that training puts on an observation. */
public final class ScaledInput {
  private ScaledInput() {}

  /** The same network for observations as they are; other layers' tensors are shared. */
  public static SpikingNetwork taken(SpikingNetwork network, double scale) {
    List<WeightedLayer> layers = new ArrayList<>(network.layers());
    WeightedLayer first = layers.getFirst();
    Tensor weight =
        FloatTensors.withoutGradient(
            () -> first.synapses().weight().mul(new Scalar((float) scale)));
    layers.set(0, first.with(first.synapses().with(weight, first.synapses().bias()), null));
    return new SpikingNetwork(layers, network.neurons(), network.timesteps(), Precision.FLOAT32);
  }
}

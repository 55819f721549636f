package org.spikeledger.training.rl.act;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.layers.LayerActivity;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.FloatTensors;

/** An agent of any network that carries nothing, by the network itself. */
final class LibtorchAgent implements Agent {
  private final Trainable network;
  private final ScaledObservation scaled;

  LibtorchAgent(Trainable network, Shape observation, double scale) {
    this.network = network;
    this.scaled = new ScaledObservation(observation, scale);
  }

  @Override
  public void begin() {
    // Nothing is carried.
  }

  @Override
  public float[] actionValues(float[] observation) {
    try (PointerScope _ = new PointerScope()) {
      return FloatTensors.values(network.logits(scaled.tensor(observation)));
    }
  }

  @Override
  public void refresh() {
    // The weights are the network's own.
  }

  @Override
  public List<LayerActivity> activity() {
    return network.activity();
  }
}

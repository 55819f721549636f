package org.spikeledger.training.rl.act;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.layers.LayerActivity;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.FloatTensors;

/** An agent of any network that carries nothing, by the network itself. */
final class LibtorchAgent implements Agent {
  private final Trainable network;
  private final long[] shape;
  private final float scale;

  LibtorchAgent(Trainable network, Shape observation, double scale) {
    this.network = network;
    this.scale = (float) scale;
    shape = new long[] {1, observation.channels(), observation.rows(), observation.columns()};
  }

  @Override
  public void begin() {
    // Nothing is carried.
  }

  @Override
  public float[] actionValues(float[] observation) {
    try (PointerScope _ = new PointerScope()) {
      Tensor input = torch.empty(shape);
      float[] scaled = new float[observation.length];
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = observation[i] * scale;
      }
      FloatTensors.buffer(input).put(scaled);
      return FloatTensors.values(network.logits(input));
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

package org.spikeledger.training.rl.replay;

import java.nio.FloatBuffer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.libtorch.FloatTensors;

/** Keeps values as they are. */
final class FloatStore implements ObservationStore {
  private final int size;
  private final Tensor content;
  private final FloatBuffer values;

  FloatStore(int places, int size) {
    this.size = size;
    ObservationStore.requireRoom(places, size, Float.BYTES);
    content = torch.zeros(places, size);
    values = FloatTensors.buffer(content);
  }

  @Override
  public void put(int place, float[] observation) {
    values.put(place * size, observation);
  }

  @Override
  public void get(int place, FloatBuffer into) {
    into.put(values.slice(place * size, size));
  }

  @Override
  public Tensor content() {
    return content;
  }
}

package org.spikeledger.training.rl.replay;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.spikeledger.models.BadInputException;

/** Keeps whole numbers in 0..255 as bytes: a quarter of the memory. */
final class ByteStore implements ObservationStore {
  private final int size;
  private final Tensor content;
  private final BytePointer values;
  private final byte[] bytes;
  private final float[] floats;

  ByteStore(int places, int size) {
    this.size = size;
    ObservationStore.requireRoom(places, size, Byte.BYTES);
    content = torch.zeros(new long[] {places, size}, new TensorOptions(ScalarType.Byte));
    values = new BytePointer(content.data_ptr_byte());
    bytes = new byte[size];
    floats = new float[size];
  }

  @Override
  public void put(int place, float[] observation) {
    for (int i = 0; i < size; i++) {
      int value = (int) observation[i];
      if (value != observation[i] || value < 0 || value > 255) {
        throw new BadInputException(
            "an observation that is kept as bytes has whole numbers in 0..255: value=%s index=%d"
                .formatted(observation[i], i));
      }
      bytes[i] = (byte) value;
    }
    values.position((long) place * size).put(bytes, 0, size);
  }

  @Override
  public void get(int place, FloatBuffer into) {
    values.position((long) place * size).get(bytes, 0, size);
    for (int i = 0; i < size; i++) {
      floats[i] = Byte.toUnsignedInt(bytes[i]);
    }
    into.put(floats);
  }

  @Override
  public Tensor content() {
    return content;
  }
}

package org.spikeledger.training.data;

import java.util.List;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Shape;

/** One image of 2 x 2 in three channels: the value is 10 times the channel plus the pixel. */
final class ThreeChannels implements Dataset {

  @Override
  public String name() {
    return "three channels";
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public Shape imageShape() {
    return Shape.of(3, 2, 2);
  }

  @Override
  public List<String> classNames() {
    return List.of("only");
  }

  @Override
  public void image(int index, byte[] pixels) {
    for (int i = 0; i < 12; i++) {
      pixels[i] = (byte) (10 * (i / 4) + i % 4);
    }
  }

  @Override
  public int label(int index) {
    return 0;
  }
}

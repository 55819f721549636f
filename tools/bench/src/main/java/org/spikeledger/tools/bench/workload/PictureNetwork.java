package org.spikeledger.tools.bench.workload;

import java.util.Arrays;
import java.util.List;
import org.spikeledger.simulator.encode.DirectInput;

/** Networks over directly encoded pictures, of which there is an ANN too, by name. */
public enum PictureNetwork {
  /** VGG16 on 32x32. */
  VGG16("vgg16"),
  /** Four convolutions on 32x32. */
  SMALL_CONVOLUTIONAL("small-convolutional");

  private static final long SEED = 64;

  private final String key;

  PictureNetwork(String key) {
    this.key = key;
  }

  /** The name in tables and JSON. */
  public String key() {
    return key;
  }

  /** The network of a name, which must exist. */
  public static PictureNetwork of(String key) {
    return Arrays.stream(values())
        .filter(each -> each.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a network exists: network=" + key));
  }

  /** Its weights, the same for SNN and ANN. */
  public Chain chain() {
    return switch (this) {
      case VGG16 -> Networks.vgg16();
      case SMALL_CONVOLUTIONAL -> Networks.smallConvolutional();
    };
  }

  /** Its inputs, the same for SNN and ANN. */
  public List<DirectInput> pictures() {
    return SeededPictures.of(Networks.PICTURE, SEED);
  }
}

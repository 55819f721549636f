package org.spikeledger.tools.bench.workload;

import org.spikeledger.models.graph.Shape;

/** The networks that are measured, with seeded weights. */
final class Networks {

  /** Of the input of networks over pictures. */
  static final Shape PICTURE = Shape.of(3, 32, 32);

  private static final int CLASSES = 10;
  private static final long SEED = 16;

  private Networks() {}

  /** VGG16 (Simonyan and Zisserman, arXiv 1409.1556) on 32x32, with its two layers of 4096. */
  static Chain vgg16() {
    return vgg16(PICTURE, CLASSES);
  }

  /** The same on other pictures. */
  static Chain vgg16(Shape picture, int classes) {
    return new ChainBuilder(picture, SEED)
        .convolutions(64, 64)
        .pool()
        .convolutions(128, 128)
        .pool()
        .convolutions(256, 256, 256)
        .pool()
        .convolutions(512, 512, 512)
        .pool()
        .convolutions(512, 512, 512)
        .pool()
        .linear(4096, 4096, classes)
        .build();
  }

  /** 784-1024-1024-10. */
  static Chain fullyConnected() {
    return new ChainBuilder(Shape.of(784), SEED).linear(1024, 1024, CLASSES).build();
  }

  /** Four convolutions, two pools, one fully connected layer, on 32x32. */
  static Chain smallConvolutional() {
    return new ChainBuilder(PICTURE, SEED)
        .convolutions(32, 32)
        .pool()
        .convolutions(64, 64)
        .pool()
        .linear(CLASSES)
        .build();
  }
}

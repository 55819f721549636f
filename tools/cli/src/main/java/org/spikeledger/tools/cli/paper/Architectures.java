package org.spikeledger.tools.cli.paper;

/** The paper's networks, from the authors' published code. */
final class Architectures {

  private static final int[] VGG16 = {
    64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512
  };

  private Architectures() {}

  /** VGG16 on 32x32 images; 0 stands for a pool. */
  static Architecture vgg16(int classes) {
    return vgg(new ArchitectureBuilder(3, 32))
        .linear(4096)
        .linear(4096)
        .output(classes, "VGG16, 32x32, %d classes".formatted(classes));
  }

  /** VGG16 on 224x224 images: one more pool before the linear layers. */
  static Architecture vgg16ForImageNet() {
    return vgg(new ArchitectureBuilder(3, 224))
        .pool()
        .linear(4096)
        .linear(4096)
        .output(1000, "VGG16, 224x224, 1000 classes");
  }

  /** The ResNet20 of these papers, not He's. */
  static Architecture resNet20(int classes) {
    ArchitectureBuilder builder = new ArchitectureBuilder(3, 32);
    builder.conv(64, 3, 1, 1).conv(64, 3, 1, 1).conv(64, 3, 1, 1).pool();
    int before = 64;
    for (int width : new int[] {64, 128, 256, 512}) {
      builder.block(width, width == before ? 1 : 2).block(width, 1);
      before = width;
    }
    return builder.output(classes, "ResNet20, 32x32, %d classes".formatted(classes));
  }

  /** The DQN for Pong: one 84x84 grey frame, six actions. */
  static Architecture pong() {
    return new ArchitectureBuilder(1, 84)
        .conv(32, 8, 4, 0)
        .conv(64, 4, 2, 0)
        .conv(64, 3, 1, 0)
        .linear(512)
        .output(6, "Pong DQN, 84x84");
  }

  private static ArchitectureBuilder vgg(ArchitectureBuilder builder) {
    for (int width : VGG16) {
      if (width == 0) {
        builder.pool();
      } else {
        builder.conv(width, 3, 1, 1);
      }
    }
    return builder;
  }
}

package org.spikeledger.tools.cli.paper;

import java.util.ArrayList;
import java.util.List;

/** Counts a network stage by stage. Not safe for several threads. */
final class ArchitectureBuilder {

  private final List<Architecture.Stage> stages = new ArrayList<>();
  private int channels;
  private int extent;

  /** Starts at a square image. */
  ArchitectureBuilder(int channels, int extent) {
    this.channels = channels;
    this.extent = extent;
  }

  /** A convolution with neurons behind it. */
  ArchitectureBuilder conv(int width, int kernel, int stride, int padding) {
    addConv(width, kernel, stride, padding);
    fire();
    return this;
  }

  /** A 2x2 pool. */
  ArchitectureBuilder pool() {
    extent /= 2;
    return this;
  }

  /** A block of two convolutions and a shortcut, projected by 1x1 where the stride is 2. */
  ArchitectureBuilder block(int width, int stride) {
    int channelsBefore = channels;
    conv(width, 3, stride, 1);
    addConv(width, 3, 1, 1);
    if (stride > 1) {
      long projection = (long) channelsBefore * width * extent * extent;
      stages.add(new Architecture.Stage("projection" + stages.size(), projection, 0));
    }
    fire();
    return this;
  }

  /** A linear layer with neurons behind it, from all that came before. */
  ArchitectureBuilder linear(int width) {
    addLinear(width);
    fire();
    return this;
  }

  /** The linear layer to the output, which never fires. */
  Architecture output(int classes, String name) {
    addLinear(classes);
    return new Architecture(name, stages);
  }

  private void addConv(int width, int kernel, int stride, int padding) {
    extent = (extent + 2 * padding - kernel) / stride + 1;
    long operations = (long) kernel * kernel * channels * extent * extent * width;
    stages.add(new Architecture.Stage("conv" + stages.size(), operations, 0));
    channels = width;
  }

  private void addLinear(int width) {
    long inputs = (long) channels * extent * extent;
    stages.add(new Architecture.Stage("linear" + stages.size(), inputs * width, 0));
    channels = width;
    extent = 1;
  }

  /** Puts neurons behind the last stage. */
  private void fire() {
    Architecture.Stage last = stages.removeLast();
    stages.add(
        new Architecture.Stage(
            last.name(), last.multiplyAccumulates(), (long) channels * extent * extent));
  }
}

package org.spikeledger.tools.bench.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Shape;

/** Stacks layers with seeded weights; each knows its shape from the one before. */
final class ChainBuilder {

  private final Shape input;
  private final SplittableRandom random;
  private final List<Block> blocks = new ArrayList<>();
  private Shape shape;
  private boolean pooled;

  ChainBuilder(Shape input, long seed) {
    this.input = input;
    this.shape = input;
    this.random = new SplittableRandom(seed);
  }

  /** 3x3 convolutions of stride 1 and padding 1, one for each number of channels. */
  ChainBuilder convolutions(int... channels) {
    for (int out : channels) {
      var weight = HeWeights.of(Shape.of(out, shape.channels(), 3, 3), random.split());
      add("conv", false, Conv2d.of(weight, Optional.empty(), 1));
      shape = Shape.of(out, shape.rows(), shape.columns());
    }
    return this;
  }

  /** A 2x2 average pool. */
  ChainBuilder pool() {
    pooled = true;
    shape = Shape.of(shape.channels(), shape.rows() / 2, shape.columns() / 2);
    return this;
  }

  /** Fully connected layers, one for each number of neurons. */
  ChainBuilder linear(int... neurons) {
    for (int out : neurons) {
      var weight = HeWeights.of(Shape.of(out, shape.size()), random.split());
      add("linear", shape.isMap(), new Linear(weight));
      shape = Shape.of(out);
    }
    return this;
  }

  Chain build() {
    return new Chain(input, blocks);
  }

  private void add(String kind, boolean flattened, org.spikeledger.models.graph.Connection layer) {
    blocks.add(new Block("%s%02d".formatted(kind, blocks.size() + 1), pooled, flattened, layer));
    pooled = false;
  }
}

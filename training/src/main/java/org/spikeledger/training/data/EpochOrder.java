package org.spikeledger.training.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The seeded order of images in one epoch, cut into batches; an incomplete last one is dropped. */
public final class EpochOrder {
  private final int[] order;
  private final int batchSize;

  /** Shuffles {@code images} indices with draws from the random stream. */
  public EpochOrder(int images, int batchSize, SplittableRandom random) {
    this.batchSize = Math.min(batchSize, images);
    order = new int[images];
    for (int i = 0; i < images; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }

  /** Whole batches in the epoch. */
  public int batches() {
    return order.length / batchSize;
  }

  /** Indices of the images of one batch. */
  public int[] batch(int number) {
    return Arrays.copyOfRange(order, number * batchSize, (number + 1) * batchSize);
  }
}

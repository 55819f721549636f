package org.spikeledger.training.stages;

import org.bytedeco.javacpp.PointerScope;
import org.spikeledger.training.data.Batch;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.layers.StepResult;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.WholeSteps;

/** Measures a network on images as they are. */
final class Accuracy {
  private static final int BATCH = 200;

  private Accuracy() {}

  /** Part of the images whose label has the largest score, float32. */
  static double of(Trainable network, BatchMaker batches, WholeSteps steps) {
    int images = batches.size();
    long correct = 0;
    for (int from = 0; from < images; from += BATCH) {
      int first = from;
      correct += steps.run(() -> correct(network, batches, first));
    }
    return (double) correct / images;
  }

  private static long correct(Trainable network, BatchMaker batches, int from) {
    try (PointerScope _ = new PointerScope()) {
      Batch batch = batches.plain(from, Math.min(BATCH, batches.size() - from));
      return StepResult.correct(network.logits(batch.images()), batch.labels());
    }
  }
}

package org.spikeledger.training.progress;

import org.spikeledger.training.layers.StepResult;

/** Loss and accuracy over the images of an epoch so far. */
public final class RunningMean {
  private double lossSum;
  private long correct;
  private long images;

  /** Takes in one step. */
  public void add(StepResult step, int batch) {
    lossSum += step.loss() * batch;
    correct += step.correct();
    images += batch;
  }

  /** Mean cross-entropy in nats; 0 before the first step. */
  public double loss() {
    return images == 0 ? 0 : lossSum / images;
  }

  /** In 0..1; 0 before the first step. */
  public double accuracy() {
    return images == 0 ? 0 : (double) correct / images;
  }

  /** Taken in so far. */
  public long images() {
    return images;
  }
}

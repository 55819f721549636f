package org.spikeledger.training.layers;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Outcome of one step.
 *
 * @param loss mean cross-entropy, in nats
 * @param correct images whose largest score is their label's
 */
public record StepResult(double loss, long correct) {

  static StepResult of(Tensor loss, Tensor logits, Tensor labels) {
    return new StepResult(loss.item_float(), correct(logits, labels));
  }

  /** How many images have their largest score at their label. */
  public static long correct(Tensor logits, Tensor labels) {
    Tensor best = logits.detach().max(1, false).get1();
    return torch.eq(best, labels).sum().item_long();
  }
}

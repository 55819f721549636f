package org.spikeledger.training.stages;

import org.bytedeco.pytorch.Tensor;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.data.Batch;
import org.spikeledger.training.layers.Inputs;
import org.spikeledger.training.layers.Trainable;

/** What a stage learns to say of the images of a batch. */
interface Targets {
  /** The label of each image. */
  Targets LABELS = Batch::labels;

  /** Targets of the cross-entropy, as {@link Trainable#step(Tensor, Tensor, Tensor)} takes them. */
  Tensor of(Batch batch);

  /**
   * The probabilities that another network, which stays as it is, gives the classes of each image
   * as it was varied: knowledge distillation at temperature 1 (Hinton, Vinyals, Dean, arXiv
   * 1503.02531), without the labels.
   *
   * @param precision of the teacher's products
   */
  static Targets ofTeacher(Trainable teacher, Precision precision) {
    return batch -> teacher.outputs(Inputs.once(batch.images()), precision).softmax(1);
  }
}

package org.spikeledger.training.layers;

import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** A network that a stage trains. */
public interface Trainable {

  /** What the optimiser changes, always in the same order. */
  List<Tensor> parameters();

  /** Every tensor that a checkpoint keeps, by a unique name. */
  Map<String, Tensor> state();

  /**
   * One forward and backward pass: adds to the gradients of the parameters.
   *
   * @param images batch x channel x row x column, float32
   * @param labels int64, one an image
   */
  StepResult step(Tensor images, Tensor labels);

  /** Brings parameters back into their range; call after every step of the optimiser. */
  void clamp();

  /** Class scores in float32, image x class; no gradient is kept. */
  Tensor logits(Tensor images);

  /** What the hidden layers did in the passes since the last call, and their neurons. */
  List<LayerActivity> activity();
}

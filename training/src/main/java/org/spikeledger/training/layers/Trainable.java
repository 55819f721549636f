package org.spikeledger.training.layers;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.config.Precision;

/** A network that a stage trains. */
public interface Trainable {

  /** What the optimiser changes, always in the same order. */
  List<Tensor> parameters();

  /**
   * The same network for another thread: its parameters always have the values of this one's, their
   * gradients are its own, and what normalisation learns of the currents goes nowhere.
   *
   * @param generator of what is random in its passes
   */
  Trainable replica(Generator generator);

  /** Every tensor that a checkpoint keeps, by a unique name. */
  Map<String, Tensor> state();

  /**
   * One forward and backward pass towards the labels, as {@link #step(Tensor, Tensor, Tensor)}.
   *
   * @param images batch x channel x row x column, float32
   * @param labels int64, one an image
   */
  default StepResult step(Tensor images, Tensor labels) {
    return step(images, labels, labels);
  }

  /**
   * One forward and backward pass: adds to the gradients of the parameters.
   *
   * @param images batch x channel x row x column, float32
   * @param labels int64, one an image: what counts as correct
   * @param targets of the cross-entropy: labels, or for each image a probability of every class
   */
  default StepResult step(Tensor images, Tensor labels, Tensor targets) {
    return learn(
        Inputs.once(images),
        logits -> {
          Tensor loss = torch.cross_entropy(logits, targets);
          loss.backward();
          return StepResult.of(loss, logits, labels);
        });
  }

  /**
   * One forward and backward pass: adds to the gradients of the parameters.
   *
   * @param loss is given the outputs, (steps * batch) x output, and begins the backward pass, by
   *     {@code backward} of what it makes of them
   * @return what {@code loss} returned
   */
  <R> R learn(Inputs inputs, Function<Tensor, R> loss);

  /** Brings parameters back into their range; call after every step of the optimiser. */
  void clamp();

  /**
   * Passes images through, each layer normalised by their statistics, which the running ones take
   * over in part; nothing else changes.
   *
   * @param weight of these statistics among the running ones, above 0, at most 1
   */
  void observe(Tensor images, double weight);

  /** Class scores in float32, image x class; no gradient is kept. */
  default Tensor logits(Tensor images) {
    return outputs(Inputs.once(images));
  }

  /** What the output gives for every input in float32, (steps * batch) x output; no gradient. */
  default Tensor outputs(Inputs inputs) {
    return outputs(inputs, Precision.FLOAT32);
  }

  /** The same with products of a precision. */
  Tensor outputs(Inputs inputs, Precision precision);

  /** What the hidden layers did in the passes since the last call, and their neurons. */
  List<LayerActivity> activity();
}

package org.spikeledger.training.layers;

import org.bytedeco.pytorch.Tensor;

/**
 * What a network takes in one pass: one input, or several that follow one another with the membrane
 * potentials carried from each to the next.
 *
 * @param values of all inputs of the first step, then of all of the second, and so on: (steps *
 *     batch) x the shape of an input, float32
 * @param steps inputs that follow one another, at least 1; potentials are zero before the first
 */
public record Inputs(Tensor values, int steps) {

  /** Inputs that each stand for themselves. */
  public static Inputs once(Tensor values) {
    return new Inputs(values, 1);
  }

  /** Sequences side by side. */
  long batch() {
    return values.size(0) / steps;
  }
}

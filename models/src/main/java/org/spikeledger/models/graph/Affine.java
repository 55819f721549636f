package org.spikeledger.models.graph;

import java.util.Optional;

/**
 * A fully connected layer with a bias (NIR node {@code Affine}).
 *
 * @param weight (out, in)
 * @param biases (out)
 */
public record Affine(Tensor weight, Tensor biases) implements Connection {

  @Override
  public Optional<Tensor> bias() {
    return Optional.of(biases);
  }
}

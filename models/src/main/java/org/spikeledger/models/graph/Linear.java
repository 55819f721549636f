package org.spikeledger.models.graph;

import java.util.Optional;

/**
 * A fully connected layer without bias (NIR node {@code Linear}).
 *
 * @param weight (out, in)
 */
public record Linear(Tensor weight) implements Connection {

  @Override
  public Optional<Tensor> bias() {
    return Optional.empty();
  }
}

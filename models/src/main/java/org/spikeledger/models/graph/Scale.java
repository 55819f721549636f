package org.spikeledger.models.graph;

import java.util.Optional;

/**
 * Multiplies element by element (NIR node {@code Scale}): a connection with one synapse an element,
 * from it to itself.
 *
 * @param scale a scalar, or of the shape that arrives
 */
public record Scale(Tensor scale) implements Connection {

  @Override
  public Tensor weight() {
    return scale;
  }

  @Override
  public Optional<Tensor> bias() {
    return Optional.empty();
  }
}

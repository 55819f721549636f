package org.spikeledger.models.graph;

import java.util.Optional;

/**
 * A layer in which a source reaches some targets only; without bias. NIR has no such node, so it is
 * built through this type and refused on export.
 *
 * @param matrix (out, in)
 */
public record SparseLinear(SparseMatrix matrix) implements Connection {

  /** The stored weights, row by row. */
  @Override
  public Tensor weight() {
    return matrix.values();
  }

  @Override
  public Optional<Tensor> bias() {
    return Optional.empty();
  }
}

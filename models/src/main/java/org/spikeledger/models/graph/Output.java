package org.spikeledger.models.graph;

/**
 * The output layer (NIR node {@code Output}): a population that accumulates what arrives over all
 * timesteps; no leak, no threshold, no reset, never a spike.
 *
 * @param scale what an accumulated potential is multiplied with where it is read as the network's
 *     answer, finite and above 0; scalar or the output's shape; 1 skips the operation
 */
public record Output(Tensor scale) implements Node {

  /** An output whose potentials are its answer. */
  public Output() {
    this(Tensor.scalar(1f));
  }
}

package org.spikeledger.traces.replay;

import java.util.Optional;
import org.spikeledger.traces.compare.Divergence;

/**
 * What verifying a trace found.
 *
 * @param inferences that were looked at; up to the first divergence
 * @param runDigest 64 hexadecimal digits over the recorded digests of these, in file order
 * @param truncated whether the end of the file is missing
 * @param recomputed whether inference digests were recomputed; false only for {@link
 *     TraceVerifier#content} where they cover potentials, which the file does not hold
 * @param divergence the first difference; empty where all agrees
 */
public record Verification(
    long inferences,
    String runDigest,
    boolean truncated,
    boolean recomputed,
    Optional<Divergence> divergence) {

  /** Whether nothing differs. */
  public boolean agrees() {
    return divergence.isEmpty();
  }
}

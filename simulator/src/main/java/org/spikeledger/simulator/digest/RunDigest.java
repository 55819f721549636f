package org.spikeledger.simulator.digest;

import java.util.HexFormat;
import org.spikeledger.models.digest.Sha256;

/** SHA-256 over the inference digests in dataset order. Used by one thread. */
public final class RunDigest {

  private final Sha256 sha = new Sha256();

  /** Adds the next inference's digest, 32 bytes. */
  public void add(byte[] inferenceDigest) {
    sha.putBytes(inferenceDigest);
  }

  /** The digest, 64 hexadecimal digits; the next one starts empty. */
  public String finish() {
    return HexFormat.of().formatHex(sha.finish());
  }
}

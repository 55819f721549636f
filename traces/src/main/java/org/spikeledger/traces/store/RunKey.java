package org.spikeledger.traces.store;

import java.util.Arrays;
import java.util.HexFormat;
import org.spikeledger.models.BadInputException;

/**
 * What an inference is of: the run's fingerprint, the digest of its encoded input, and whether its
 * own digest covers potentials. Immutable.
 */
public final class RunKey {

  static final int LENGTH = 65;

  private static final int DIGEST_LENGTH = 32;

  private final byte[] bytes;

  private RunKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The key of an inference.
   *
   * @param fingerprint 64 hexadecimal digits
   * @param input 32 bytes
   * @param digestPotentials whether inference digests cover potentials
   */
  public static RunKey of(String fingerprint, byte[] input, boolean digestPotentials) {
    byte[] run = HexFormat.of().parseHex(fingerprint);
    if (run.length != DIGEST_LENGTH || input.length != DIGEST_LENGTH) {
      throw new BadInputException(
          "fingerprints and digests have 32 bytes: fingerprint=%d input=%d"
              .formatted(run.length, input.length));
    }
    byte[] bytes = Arrays.copyOf(run, LENGTH);
    System.arraycopy(input, 0, bytes, DIGEST_LENGTH, DIGEST_LENGTH);
    bytes[LENGTH - 1] = (byte) (digestPotentials ? 1 : 0);
    return new RunKey(bytes);
  }

  static RunKey of(byte[] bytes) {
    return new RunKey(bytes.clone());
  }

  byte[] bytes() {
    return bytes;
  }

  /** The fingerprint, 64 hexadecimal digits. */
  public String fingerprint() {
    return HexFormat.of().formatHex(bytes, 0, DIGEST_LENGTH);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RunKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}

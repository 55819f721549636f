package org.spikeledger.models.dataset;

import java.util.HexFormat;
import org.spikeledger.models.digest.Sha256;

/** The SHA-256 of bytes, in hexadecimal. */
final class Checksum {

  private Checksum() {}

  /** Of all parts, one after another. */
  static String of(byte[]... parts) {
    Sha256 digest = new Sha256();
    for (byte[] part : parts) {
      digest.putBytes(part);
    }
    return HexFormat.of().formatHex(digest.finish());
  }
}

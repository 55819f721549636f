package org.spikeledger.training.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.digest.Sha256;

/** SHA-256 of a whole file. */
final class FileDigest {
  private FileDigest() {}

  /** 64 hexadecimal digits. */
  static String of(Path file) {
    try {
      Sha256 sha256 = new Sha256();
      sha256.putBytes(Files.readAllBytes(file));
      return HexFormat.of().formatHex(sha256.finish());
    } catch (IOException e) {
      throw new BadInputException("a network's file is readable: file=" + file, e);
    }
  }
}

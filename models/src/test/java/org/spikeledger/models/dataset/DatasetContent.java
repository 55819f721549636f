package org.spikeledger.models.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a dataset holds, whatever files it came from. */
final class DatasetContent {

  private DatasetContent() {}

  /** In hexadecimal, of all images' bytes in order, then of all labels as a byte each. */
  static String sha256(Dataset dataset) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] image = new byte[dataset.imageShape().size()];
      for (int i = 0; i < dataset.size(); i++) {
        dataset.image(i, image);
        digest.update(image);
      }
      for (int i = 0; i < dataset.size(); i++) {
        digest.update((byte) dataset.label(i));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

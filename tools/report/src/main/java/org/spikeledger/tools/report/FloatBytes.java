package org.spikeledger.tools.report;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** Numbers as float32, little end first, which is how a page's script reads them. */
final class FloatBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void add(float value) {
    int bits = Float.floatToIntBits(value);
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      bytes.write(bits >> shift);
    }
  }

  int size() {
    return bytes.size();
  }

  String base64() {
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}

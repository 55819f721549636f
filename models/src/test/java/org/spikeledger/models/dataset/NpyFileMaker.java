package org.spikeledger.models.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes .npy and .npz files byte by byte. */
final class NpyFileMaker {

  private NpyFileMaker() {}

  /** A file of a version with a header as it is given. */
  static byte[] npy(int version, String header, ByteBuffer values) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(12 + text.length + values.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    file.put((byte) version).put((byte) 0);
    if (version == 1) {
      file.putShort((short) text.length);
    } else {
      file.putInt(text.length);
    }
    file.put(text).put(values);
    byte[] content = new byte[file.position()];
    file.get(0, content);
    return content;
  }

  static byte[] floats(String shape, float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }\n";
    return npy(1, header, bytes.flip());
  }

  static Path npz(Path file, Object... namesAndArrays) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndArrays.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndArrays[i]));
        zip.write((byte[]) namesAndArrays[i + 1]);
      }
    }
    return file;
  }
}

package org.spikeledger.traces.format;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.BadInputException;

/** Offsets of frames as they stand at the end of a message: 8 bytes each, little-endian. */
final class OffsetList {

  private OffsetList() {}

  static byte[] bytes(List<Long> offsets) {
    SectionWriter section = new SectionWriter();
    for (long offset : offsets) {
      section.putInt((int) offset);
      section.putInt((int) (offset >>> Integer.SIZE));
    }
    byte[] bytes = new byte[section.size()];
    System.arraycopy(section.bytes(), 0, bytes, 0, bytes.length);
    return bytes;
  }

  /**
   * Reads the offsets that end a message.
   *
   * @param start where their bytes begin in the body
   * @param announced how many bytes the message says there are
   * @throws BadInputException where they are not these, or do not ascend within the file up to the
   *     message's own frame
   */
  static List<Long> read(Message message, int start, long announced) {
    int bytes = message.length() - start;
    if (bytes < 0 || bytes % Long.BYTES != 0 || announced != bytes) {
      throw new BadInputException(
          "a message ends with its offsets: bytes=%d announced=%d".formatted(bytes, announced));
    }
    SectionReader section = new SectionReader("offsets", message.bytes(), start, bytes);
    List<Long> offsets = new ArrayList<>(bytes / Long.BYTES);
    long before = TraceFormat.MAGIC_LENGTH;
    for (int i = 0; i < bytes / Long.BYTES; i++) {
      long offset = Integer.toUnsignedLong(section.readInt());
      offset |= (long) section.readInt() << Integer.SIZE;
      if (offset <= before || offset > message.place().offset()) {
        throw new BadInputException(
            "offsets ascend up to their own frame: indexed=%d before=%d".formatted(offset, before));
      }
      offsets.add(offset);
      before = offset;
    }
    return offsets;
  }
}

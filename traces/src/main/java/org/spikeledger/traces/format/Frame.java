package org.spikeledger.traces.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The frame around every message of a trace, all words little-endian:
 *
 * <pre>
 *   offset  bytes
 *   0       4      length of the body
 *   4       4      CRC32C of the body
 *   8       4      CRC32C of: the frame's offset in the file (8 bytes), then the 8 bytes above
 *   12      length body: an SBE message header and its message
 * </pre>
 *
 * <p>The second checksum keeps a damaged length from looking like a file that was cut short, and a
 * whole frame from being read at a place where it was not written.
 */
final class Frame {

  /** Bytes before the body. */
  static final int HEADER_LENGTH = 12;

  static final int LENGTH_OFFSET = 0;
  static final int BODY_CHECKSUM_OFFSET = 4;
  static final int HEADER_CHECKSUM_OFFSET = 8;

  private Frame() {}

  static int checksum(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }

  static int headerChecksum(long frameOffset, int length, int bodyChecksum) {
    byte[] bytes = new byte[Long.BYTES + 2 * Integer.BYTES];
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(frameOffset)
        .putInt(length)
        .putInt(bodyChecksum);
    return checksum(bytes, 0, bytes.length);
  }
}

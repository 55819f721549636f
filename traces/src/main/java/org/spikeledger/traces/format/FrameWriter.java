package org.spikeledger.traces.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the frames of a trace, one after the other, in blocks of {@value #BLOCK} bytes: what does
 * not fill a block waits for {@link #flush}. Whole blocks at whole multiples cost the system least.
 * Used by one thread.
 *
 * <p>A message is encoded into {@link #buffer} from {@link #bodyOffset} on, then {@link #write}
 * puts the frame around it.
 */
public final class FrameWriter {

  /** Bytes that are written at a time, at least. */
  public static final int BLOCK = 1 << 16;

  private final WritableByteChannel channel;
  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(2 * BLOCK);

  /** Bytes at the buffer's start that are not yet written. */
  private int waiting;

  private long written;

  /** Starts a file with the magic number. */
  public FrameWriter(WritableByteChannel channel) {
    this.channel = channel;
    byte[] magic = TraceFormat.magic();
    buffer.putBytes(0, magic);
    waiting = magic.length;
  }

  /** Where the next frame will begin, in bytes from the start of the file. */
  public long position() {
    return written + waiting;
  }

  /** Bytes that are in the file. */
  public long written() {
    return written;
  }

  /** Grows as it is written to; what stands before {@link #bodyOffset} is the writer's own. */
  public MutableDirectBuffer buffer() {
    return buffer;
  }

  /** Where in the buffer the next body begins. */
  public int bodyOffset() {
    return waiting + Frame.HEADER_LENGTH;
  }

  /**
   * Takes the frame of a body that stands in the buffer.
   *
   * @throws IOException if a block cannot be written; the file may then end within a frame
   */
  public void write(int bodyLength) throws IOException {
    int bodyChecksum = Frame.checksum(buffer.byteArray(), bodyOffset(), bodyLength);
    buffer.putInt(waiting + Frame.LENGTH_OFFSET, bodyLength, ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(waiting + Frame.BODY_CHECKSUM_OFFSET, bodyChecksum, ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(
        waiting + Frame.HEADER_CHECKSUM_OFFSET,
        Frame.headerChecksum(position(), bodyLength, bodyChecksum),
        ByteOrder.LITTLE_ENDIAN);
    waiting += Frame.HEADER_LENGTH + bodyLength;
    writeUpTo(position() / BLOCK * BLOCK);
  }

  /**
   * Writes all frames that were taken.
   *
   * @throws IOException if they cannot be written; the file may then end within a frame
   */
  public void flush() throws IOException {
    writeUpTo(position());
  }

  private void writeUpTo(long end) throws IOException {
    if (end <= written) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(buffer.byteArray(), 0, (int) (end - written));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } finally {
      // Where that failed, a later attempt goes on at the same byte.
      written += bytes.position();
      waiting -= bytes.position();
      System.arraycopy(buffer.byteArray(), bytes.position(), buffer.byteArray(), 0, waiting);
    }
  }
}

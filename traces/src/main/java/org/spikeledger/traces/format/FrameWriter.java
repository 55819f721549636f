package org.spikeledger.traces.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the frames of a trace, one after the other, each by a single write. Used by one thread.
 *
 * <p>A message is encoded into {@link #buffer} from {@link #BODY_OFFSET} on, then {@link #write}
 * puts the frame around it.
 */
public final class FrameWriter {

  /** Where in the buffer a body begins. */
  public static final int BODY_OFFSET = Frame.HEADER_LENGTH;

  private static final int INITIAL_CAPACITY = 1 << 16;

  private final WritableByteChannel channel;
  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(INITIAL_CAPACITY);
  private long position;

  /** Starts a file: the magic number is written. */
  public FrameWriter(WritableByteChannel channel) throws IOException {
    this.channel = channel;
    writeAll(ByteBuffer.wrap(TraceFormat.magic()));
  }

  /** Where the next frame will begin, in bytes from the start of the file. */
  public long position() {
    return position;
  }

  /** Grows as it is written to; holds nothing between two frames. */
  public MutableDirectBuffer buffer() {
    return buffer;
  }

  /**
   * Writes the frame of a body that stands in the buffer.
   *
   * @throws IOException if it cannot be written; the file then ends within this frame
   */
  public void write(int bodyLength) throws IOException {
    int bodyChecksum = Frame.checksum(buffer.byteArray(), BODY_OFFSET, bodyLength);
    buffer.putInt(Frame.LENGTH_OFFSET, bodyLength, ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(Frame.BODY_CHECKSUM_OFFSET, bodyChecksum, ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(
        Frame.HEADER_CHECKSUM_OFFSET,
        Frame.headerChecksum(position, bodyLength, bodyChecksum),
        ByteOrder.LITTLE_ENDIAN);
    writeAll(ByteBuffer.wrap(buffer.byteArray(), 0, BODY_OFFSET + bodyLength));
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      position += channel.write(bytes);
    }
  }
}

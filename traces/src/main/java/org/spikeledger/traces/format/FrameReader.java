package org.spikeledger.traces.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.spikeledger.models.BadInputException;

/**
 * Reads the frames of a trace. The file may be hostile: a length is believed only after its
 * checksum, and memory is taken only for bytes that the file has. Used by one thread.
 */
public final class FrameReader implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private final long size;
  private final ByteBuffer frameHeader =
      ByteBuffer.allocate(Frame.HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
  private byte[] body = new byte[1 << 16];
  private long offset;
  private int length;
  private long next = TraceFormat.MAGIC_LENGTH;
  private boolean cut;

  private FrameReader(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.size = channel.size();
  }

  /**
   * Opens a file and checks its magic number.
   *
   * @throws BadInputException if it cannot be opened or is no trace
   */
  public static FrameReader open(Path file) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        FrameReader reader = new FrameReader(file, channel);
        reader.checkMagic();
        return reader;
      } catch (IOException | BadInputException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new BadInputException("a trace must be a file that can be read: file=" + file, e);
    }
  }

  private void checkMagic() throws IOException {
    ByteBuffer magic = ByteBuffer.allocate(TraceFormat.MAGIC_LENGTH);
    fill(magic, 0);
    if (!Arrays.equals(magic.array(), TraceFormat.magic())) {
      throw new Place(file, 0).refuse("a trace begins with the magic number of its format:");
    }
  }

  /**
   * Goes to the next frame and reads its body.
   *
   * @return false at the end of the file, or where the file was cut within a frame
   * @throws BadInputException if a checksum does not fit
   */
  public boolean next() {
    if (!nextHeader()) {
      return false;
    }
    if (body.length < length) {
      body = new byte[Math.max(length, (int) Math.min(2L * body.length, TraceFormat.MAX_BODY))];
    }
    read(ByteBuffer.wrap(body, 0, length), offset + Frame.HEADER_LENGTH);
    int expected = frameHeader.getInt(Frame.BODY_CHECKSUM_OFFSET);
    if (Frame.checksum(body, 0, length) != expected) {
      throw place().refuse("a frame's body must fit its checksum:");
    }
    return true;
  }

  private boolean nextHeader() {
    offset = next;
    if (offset == size) {
      return false;
    }
    if (size - offset < Frame.HEADER_LENGTH) {
      cut = true;
      return false;
    }
    read(frameHeader.clear(), offset);
    length = frameHeader.getInt(Frame.LENGTH_OFFSET);
    int bodyChecksum = frameHeader.getInt(Frame.BODY_CHECKSUM_OFFSET);
    int expected = frameHeader.getInt(Frame.HEADER_CHECKSUM_OFFSET);
    if (Frame.headerChecksum(offset, length, bodyChecksum) != expected) {
      throw place().refuse("a frame's length must fit its checksum:");
    }
    if (length < 0 || length > TraceFormat.MAX_BODY) {
      throw place().refuse("a frame's length lies within the format's bound: length=" + length);
    }
    if (size - offset - Frame.HEADER_LENGTH < length) {
      cut = true;
      return false;
    }
    next = offset + Frame.HEADER_LENGTH + length;
    return true;
  }

  /** Makes the frame at an offset the next one. */
  public void seek(long frameOffset) {
    next = frameOffset;
    cut = false;
  }

  /** Whether the file ended within a frame. */
  public boolean isCut() {
    return cut;
  }

  /** The file's size in bytes when it was opened. */
  public long size() {
    return size;
  }

  /** Where the next frame begins: behind the last whole one that was read. */
  public long position() {
    return next;
  }

  /** The current frame's body; valid up to {@link #length} and until the next call. */
  public byte[] body() {
    return body;
  }

  /** The length of the current frame's body. */
  public int length() {
    return length;
  }

  /** Bytes of the current frame, its header included. */
  public int frameLength() {
    return Frame.HEADER_LENGTH + length;
  }

  /** Where the current frame stands. */
  public Place place() {
    return new Place(file, offset);
  }

  /** The last 8 bytes of the file, where a whole trace says where its footer begins. */
  public long lastWord() {
    ByteBuffer word = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    read(word, Math.max(0, size - Long.BYTES));
    return word.getLong(0);
  }

  private void read(ByteBuffer target, long from) {
    try {
      fill(target, from);
    } catch (IOException e) {
      throw new Place(file, from).refuse("a trace must stay readable: cause=" + e.getMessage(), e);
    }
  }

  private void fill(ByteBuffer target, long from) throws IOException {
    long position = from;
    while (target.hasRemaining()) {
      int read = channel.read(target, position);
      if (read < 0) {
        return;
      }
      position += read;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new BadInputException("a trace must close: file=" + file, e);
    }
  }
}

package org.spikeledger.traces.format;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.spikeledger.models.BadInputException;

/**
 * Reads the frames of a trace, which is mapped into memory as long as it was when it was opened.
 * The file may be hostile: a length is believed only after its checksum, and memory is taken only
 * for bytes that the file has. Used by one thread at a time.
 */
public final class FrameReader implements AutoCloseable {

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final Arena arena;
  private final MemorySegment bytes;
  private byte[] body = new byte[1 << 16];
  private long copied = -1;
  private long offset;
  private int length;
  private long next = TraceFormat.MAGIC_LENGTH;

  private FrameReader(Path file, Arena arena, MemorySegment bytes) {
    this.file = file;
    this.arena = arena;
    this.bytes = bytes;
  }

  /**
   * Opens a file and checks its magic number.
   *
   * @throws BadInputException if it cannot be opened or is no trace
   */
  @SuppressWarnings("MustBeClosedChecker") // The reader owns the arena, and closes it.
  public static FrameReader open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("a trace is read from a regular file: file=" + file);
    }
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      FrameReader reader = new FrameReader(file, arena, bytes);
      reader.checkMagic();
      return reader;
    } catch (IOException e) {
      arena.close();
      throw new BadInputException("a trace must be a file that can be read: file=" + file, e);
    } catch (BadInputException e) {
      arena.close();
      throw e;
    }
  }

  private void checkMagic() {
    byte[] magic = new byte[TraceFormat.MAGIC_LENGTH];
    offset = 0;
    copy(0, magic, (int) Math.min(size(), magic.length));
    if (!Arrays.equals(magic, TraceFormat.magic())) {
      throw place().refuse("a trace begins with the magic number of its format:");
    }
  }

  /**
   * Goes to the next frame and checks it.
   *
   * @return false at the end of the file, or where the file was cut within a frame
   * @throws BadInputException if a checksum does not fit
   */
  public boolean next() {
    offset = next;
    if (size() - offset < Frame.HEADER_LENGTH) {
      return false;
    }
    try {
      return check();
    } catch (InternalError e) {
      throw shrunk(e);
    }
  }

  private boolean check() {
    length = bytes.get(INT, offset + Frame.LENGTH_OFFSET);
    int bodyChecksum = bytes.get(INT, offset + Frame.BODY_CHECKSUM_OFFSET);
    int expected = bytes.get(INT, offset + Frame.HEADER_CHECKSUM_OFFSET);
    if (Frame.headerChecksum(offset, length, bodyChecksum) != expected) {
      throw place().refuse("a frame's length must fit its checksum:");
    }
    if (length < 0 || length > TraceFormat.MAX_BODY) {
      throw place().refuse("a frame's length lies within the format's bound: length=" + length);
    }
    if (size() - bodyOffset() < length) {
      return false;
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes.asSlice(bodyOffset(), length).asByteBuffer());
    if ((int) crc.getValue() != bodyChecksum) {
      throw place().refuse("a frame's body must fit its checksum:");
    }
    next = bodyOffset() + length;
    return true;
  }

  /** Makes the frame at an offset the next one. */
  public void seek(long frameOffset) {
    next = frameOffset;
  }

  /** The file's size in bytes when it was opened. */
  public long size() {
    return bytes.byteSize();
  }

  /** Where the next frame begins: behind the last whole one that was read. */
  public long position() {
    return next;
  }

  /** The current frame's body; valid up to {@link #length} and until another frame's is asked. */
  public byte[] body() {
    if (copied != offset) {
      if (body.length < length) {
        body = new byte[Math.max(length, (int) Math.min(2L * body.length, TraceFormat.MAX_BODY))];
      }
      copy(bodyOffset(), body, length);
      copied = offset;
    }
    return body;
  }

  /** Two bytes of the current frame's body, which has them, as an unsigned number. */
  int word(int position) {
    return Short.toUnsignedInt(bytes.get(SHORT, bodyOffset() + position));
  }

  /** The length of the current frame's body. */
  public int length() {
    return length;
  }

  /** Where the current frame stands. */
  public Place place() {
    return new Place(file, offset);
  }

  /** The last 8 bytes of the file, where a whole trace says where its footer begins. */
  public long lastWord() {
    return bytes.get(LONG, size() - Long.BYTES);
  }

  private long bodyOffset() {
    return offset + Frame.HEADER_LENGTH;
  }

  private void copy(long from, byte[] target, int count) {
    try {
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, target, 0, count);
    } catch (InternalError e) {
      throw shrunk(e);
    }
  }

  private BadInputException shrunk(InternalError e) {
    return place().refuse("a trace stays as long as it was when it was opened:", e);
  }

  @Override
  public void close() {
    arena.close();
  }
}

package org.spikeledger.models.nir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.SliceSource;

/**
 * Float32 values that stay in a file, which is kept open. Any thread may read, through a buffer of
 * its own; the file's position, which threads would share, is not used.
 */
final class FileSlices implements SliceSource {

  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel channel;
  private final Path path;
  private final long bytes;
  private final long start;
  private final ThreadLocal<ByteBuffer> buffers;

  private FileSlices(FileChannel channel, Path path, long bytes, long start, ByteOrder order) {
    this.channel = channel;
    this.path = path;
    this.bytes = bytes;
    this.start = start;
    this.buffers = ThreadLocal.withInitial(() -> ByteBuffer.allocate(BUFFER_BYTES).order(order));
  }

  /**
   * Values of a file.
   *
   * @param bytes the size that the file has
   * @param start offset of the first value
   */
  static FileSlices open(Path path, long bytes, long start, ByteOrder order) {
    try {
      return new FileSlices(FileChannel.open(path), path, bytes, start, order);
    } catch (IOException unreadable) {
      throw changed(path, unreadable);
    }
  }

  @Override
  public void read(int from, float[] into, int offset, int count) {
    ByteBuffer buffer = buffers.get();
    int most = buffer.capacity() / Float.BYTES;
    try {
      if (channel.size() != bytes) {
        throw changed(path, null);
      }
      for (int done = 0; done < count; ) {
        int next = Math.min(most, count - done);
        buffer.clear().limit(next * Float.BYTES);
        fill(buffer, start + ((long) from + done) * Float.BYTES);
        buffer.flip().asFloatBuffer().get(into, offset + done, next);
        done += next;
      }
    } catch (IOException unreadable) {
      throw changed(path, unreadable);
    }
  }

  private void fill(ByteBuffer buffer, long position) throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw changed(path, null);
      }
      at += read;
    }
  }

  private static BadInputException changed(Path path, IOException cause) {
    return new BadInputException(
        "a network's file stays as it is while its weights are in use: file=" + path, cause);
  }
}

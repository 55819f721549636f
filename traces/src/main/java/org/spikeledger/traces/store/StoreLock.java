package org.spikeledger.traces.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.spikeledger.models.BadInputException;

/**
 * Who has a store open, in a file beside it:
 *
 * <pre>
 *   byte 0   locked by the writer
 *   byte 1   locked by all that have it open, together; alone by whoever recovers it
 *   byte 2   1 while a writer has it open, 0 after it closed it
 * </pre>
 *
 * <p>A lock dies with its process, the byte does not: a store whose byte 2 says 1 and whose byte 0
 * nobody locks was left by a writer that was killed.
 */
final class StoreLock implements AutoCloseable {

  private static final int WRITER = 0;
  private static final int USERS = 1;
  private static final int STATE = 2;

  private final Path store;
  private final FileChannel channel;
  private FileLock writer;
  private FileLock user;

  private StoreLock(Path store, FileChannel channel) {
    this.store = store;
    this.channel = channel;
  }

  static StoreLock open(Path store) throws IOException {
    Path file = store.resolveSibling(store.getFileName() + ".lock");
    return new StoreLock(
        store,
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Becomes the writer. */
  void lockForWriting() throws IOException {
    writer = lock(WRITER, false);
    if (writer == null) {
      throw new BadInputException("a store has one writer at a time: store=" + store);
    }
  }

  /** Whether a writer was killed; if so, this is the writer now. */
  boolean isLeft() throws IOException {
    if (state() == 0) {
      return false;
    }
    if (writer == null) {
      writer = lock(WRITER, false);
    }
    return writer != null;
  }

  /** Keeps all others away, for recovery. */
  void lockAlone() throws IOException {
    user = lock(USERS, false);
    if (user == null) {
      throw new BadInputException(
          "a store that a killed writer left is recovered while nobody has it open: store="
              + store);
    }
  }

  /** Shares the store with other users. */
  void lockShared() throws IOException {
    if (user != null) {
      user.release();
    }
    user = lock(USERS, true);
    if (user == null) {
      throw new BadInputException("a store is not opened while it is recovered: store=" + store);
    }
  }

  /** Says whether a writer has the store open; on the disk when this returns. */
  void setOpen(boolean open) throws IOException {
    channel.write(ByteBuffer.wrap(new byte[] {(byte) (open ? 1 : 0)}), STATE);
    channel.force(false);
  }

  /** Stops being the writer. */
  void releaseWriting() throws IOException {
    writer.release();
    writer = null;
  }

  private int state() throws IOException {
    ByteBuffer state = ByteBuffer.allocate(1);
    return channel.read(state, STATE) < 1 ? 0 : state.get(0);
  }

  private FileLock lock(long position, boolean shared) throws IOException {
    try {
      return channel.tryLock(position, 1, shared);
    } catch (OverlappingFileLockException e) {
      throw new BadInputException("a process opens a store once: store=" + store, e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

package org.spikeledger.traces.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ChronicleMapBuilder;
import org.spikeledger.models.BadInputException;
import org.spikeledger.traces.format.ResultMessage;
import org.spikeledger.traces.format.StoredResult;

/**
 * Results by what was run and what it received, in a Chronicle Map. One process writes, any number
 * read at the same time; within a process any thread may. A result is in the file when {@link #put}
 * returns, and outlives the process, however that ends.
 *
 * <p>A store is a file of this machine, trusted like the program itself: it is no format for
 * exchange. A reader that is at work while its writer is killed may wait for a lock that nobody
 * holds any more; whoever opens the store next recovers it.
 */
public final class RunStore implements AutoCloseable {

  private static final Logger CHRONICLE = Logger.getLogger("net.openhft");
  private static final long ENTRIES = 1 << 16;
  private static final int BLOAT = 64;
  private static final int CHUNK_BYTES = 256;
  private static final int CHUNKS = 1 << 12;

  private final Path file;
  private final StoreLock lock;
  private final ChronicleMap<byte[], byte[]> map;
  private final boolean writes;

  private RunStore(Path file, StoreLock lock, ChronicleMap<byte[], byte[]> map, boolean writes) {
    this.file = file;
    this.lock = lock;
    this.map = map;
    this.writes = writes;
  }

  /**
   * Opens a store for reading and writing; makes it where there is none.
   *
   * @param notes receives one line if the store had to be recovered
   * @throws BadInputException if it cannot be opened, or another process writes it
   */
  public static RunStore write(Path file, Consumer<String> notes) {
    return open(file, true, notes);
  }

  /**
   * Opens a store for reading, while others may write.
   *
   * @param notes receives one line if the store had to be recovered
   * @throws BadInputException if there is none, or it cannot be opened
   */
  public static RunStore read(Path file, Consumer<String> notes) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("a store that is read must exist: store=" + file);
    }
    return open(file, false, notes);
  }

  private static RunStore open(Path file, boolean writes, Consumer<String> notes) {
    quieten();
    try {
      StoreLock lock = StoreLock.open(file);
      try {
        return new RunStore(file, lock, map(file, lock, writes, notes), writes);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (BadInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new BadInputException(
          "a store must be a file that can be opened: store=%s cause=%s".formatted(file, e), e);
    }
  }

  /** Chronicle reports its use over the network, and its start on standard error, if it may. */
  private static void quieten() {
    System.setProperty("chronicle.analytics.disable", "true");
    CHRONICLE.setLevel(Level.SEVERE);
  }

  private static ChronicleMap<byte[], byte[]> map(
      Path file, StoreLock lock, boolean writes, Consumer<String> notes) throws IOException {
    if (writes) {
      lock.lockForWriting();
    }
    boolean recover = lock.isLeft() && Files.exists(file);
    ChronicleMap<byte[], byte[]> map;
    if (recover) {
      lock.lockAlone();
      map = builder().recoverPersistedTo(file.toFile(), true);
      notes.accept(
          "the store was left by a killed writer and has been recovered: store=%s results=%d"
              .formatted(file, map.longSize()));
      lock.setOpen(writes);
      lock.lockShared();
      if (!writes) {
        lock.releaseWriting();
      }
      return map;
    }
    lock.lockShared();
    if (writes) {
      lock.setOpen(true);
    }
    return builder().createPersistedTo(file.toFile());
  }

  private static ChronicleMapBuilder<byte[], byte[]> builder() {
    return ChronicleMapBuilder.of(byte[].class, byte[].class)
        .name("spikeledger-runs")
        .constantKeySizeBySample(new byte[RunKey.LENGTH])
        .actualChunkSize(CHUNK_BYTES)
        .maxChunksPerEntry(CHUNKS)
        .averageValueSize(2 * CHUNK_BYTES)
        .entries(ENTRIES)
        .maxBloatFactor(BLOAT);
  }

  /** The result that is remembered for a key. */
  public Optional<StoredResult> find(RunKey key) {
    return Optional.ofNullable(map.get(key.bytes())).map(ResultMessage::read);
  }

  /**
   * Remembers a result.
   *
   * @param result encoded by {@link ResultMessage}
   * @throws BadInputException if the store is full, or was opened for reading
   */
  public void put(RunKey key, byte[] result) {
    if (!writes) {
      throw new BadInputException("a store that is written was opened for it: store=" + file);
    }
    try {
      map.put(key.bytes(), result);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new BadInputException(
          "a store has room for the result: store=%s results=%d bytes=%d cause=%s"
              .formatted(file, size(), result.length, e.getMessage()),
          e);
    }
  }

  /** How many results there are. */
  public long size() {
    return map.longSize();
  }

  /** Shows every result, in no certain order. */
  public void forEach(BiConsumer<RunKey, StoredResult> consumer) {
    map.forEach((key, value) -> consumer.accept(RunKey.of(key), ResultMessage.read(value)));
  }

  @Override
  public void close() {
    map.close();
    try {
      if (writes) {
        lock.setOpen(false);
      }
      lock.close();
    } catch (IOException e) {
      throw new BadInputException("a store must close: store=" + file, e);
    }
  }
}

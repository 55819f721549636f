package org.spikeledger.models.nir;

import io.jhdf.HdfFile;
import io.jhdf.Superblock;
import io.jhdf.storage.HdfBackingStorage;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.spikeledger.models.BadInputException;

/**
 * The bytes of a file, which counts how often and how much the library looks at them. In a sound
 * file every structure is looked at a few times. A file whose structures point at one another can
 * make the library look exponentially often, and ends here instead.
 */
final class MeteredStorage implements HdfBackingStorage {

  private static final Constructor<HdfFile> FILE_ON_STORAGE = constructor();

  private final HdfBackingStorage bytes;
  private final long mostReads;
  private final long mostBytesRead;
  private long reads;
  private long bytesRead;

  private MeteredStorage(HdfBackingStorage bytes) {
    this.bytes = bytes;
    mostReads = HdfLimits.LEAST_READS + bytes.size() / HdfLimits.BYTES_FOR_A_READ;
    mostBytesRead = HdfLimits.LEAST_READS + HdfLimits.READS_OF_A_BYTE * bytes.size();
  }

  /** The same file on metered storage. The library has this constructor, but not for others. */
  static HdfFile meter(HdfFile file) {
    try {
      return FILE_ON_STORAGE.newInstance(new MeteredStorage(file.getHdfBackingStorage()));
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof RuntimeException damage) {
        throw damage;
      }
      throw new IllegalStateException(refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Constructor<HdfFile> constructor() {
    try {
      Constructor<HdfFile> found = HdfFile.class.getDeclaredConstructor(HdfBackingStorage.class);
      found.setAccessible(true);
      return found;
    } catch (NoSuchMethodException otherLibrary) {
      throw new IllegalStateException(otherLibrary);
    }
  }

  private void count(long length) {
    reads++;
    bytesRead += Math.max(0, length);
    if (reads > mostReads || bytesRead > mostBytesRead) {
      throw new BadInputException(
          "an HDF5 file's structures do not point at one another again and again: reads=%d bytesRead=%d fileBytes=%d"
              .formatted(reads, bytesRead, bytes.size()));
    }
  }

  @Override
  public ByteBuffer readBufferFromAddress(long address, int length) {
    count(length);
    return bytes.readBufferFromAddress(address, length);
  }

  @Override
  public ByteBuffer map(long address, long length) {
    count(length);
    return bytes.map(address, length);
  }

  @Override
  public ByteBuffer mapNoOffset(long address, long length) {
    count(length);
    return bytes.mapNoOffset(address, length);
  }

  @Override
  public long getUserBlockSize() {
    return bytes.getUserBlockSize();
  }

  @Override
  public Superblock getSuperblock() {
    return bytes.getSuperblock();
  }

  @Override
  public FileChannel getFileChannel() {
    return bytes.getFileChannel();
  }

  @Override
  public int getSizeOfOffsets() {
    return bytes.getSizeOfOffsets();
  }

  @Override
  public int getSizeOfLengths() {
    return bytes.getSizeOfLengths();
  }

  @Override
  public void close() {
    bytes.close();
  }

  @Override
  public long size() {
    return bytes.size();
  }

  @Override
  public boolean inMemory() {
    return bytes.inMemory();
  }
}

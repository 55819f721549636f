package org.spikeledger.models.nir;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;

/**
 * An HDF5 file. A small one is read into memory as a whole, a large one is mapped; arrays of {@link
 * HdfLimits#SMALLEST_SLICED} bytes and more stay in the file, which must not change meanwhile.
 * Either way the library takes views of one buffer, so that a length that lies cannot make it
 * allocate.
 */
final class HdfSource {

  private final HdfFile file;
  private final Path path;
  private final long bytes;
  private long unpacked;

  private HdfSource(Path path, ByteBuffer content) {
    int superblock =
        Superblock.find(content)
            .orElseThrow(
                () -> new BadInputException("a NIR file is an HDF5 file, and this is not one"));
    long end = Superblock.statedEnd(content, superblock).orElse(content.limit());
    if (end > content.limit()) {
      throw new BadInputException(
          "an HDF5 file is as long as it says: end=%d bytes=%d".formatted(end, content.limit()));
    }
    file =
        HdfDamage.guard(
            "part=superblock",
            () -> MeteredStorage.meter(HdfFile.fromByteBuffer(content.duplicate())));
    this.path = path;
    this.bytes = content.limit();
  }

  static HdfSource open(Path path) {
    return new HdfSource(path, content(path));
  }

  /** Values that stay in the file, from an address of the library on. */
  FileSlices slices(long address, ByteOrder order) {
    return FileSlices.open(path, bytes, file.getUserBlockSize() + address, order);
  }

  HdfGroup root() {
    return new HdfGroup(this, file, "");
  }

  /** The size of the file in bytes. */
  long bytes() {
    return bytes;
  }

  HdfFile file() {
    return file;
  }

  /** Accounts for a dataset that is about to be read. */
  void unpack(long datasetBytes, String where) {
    unpacked += datasetBytes;
    long most =
        Math.clamp(
            HdfLimits.UNPACKED_RATIO * bytes,
            HdfLimits.LEAST_UNPACKED_BYTES,
            HdfLimits.UNPACKED_BYTES);
    if (unpacked > most) {
      throw new BadInputException(
          "all datasets of a file of %d bytes hold at most %d bytes together: bytes=%d %s"
              .formatted(bytes, most, unpacked, where));
    }
  }

  private static ByteBuffer content(Path path) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new BadInputException("a network is read from a regular file");
      }
      long size = Files.size(path);
      if (size > HdfLimits.FILE_BYTES) {
        throw new BadInputException(
            "a network's file has at most %d bytes: bytes=%d"
                .formatted(HdfLimits.FILE_BYTES, size));
      }
      if (size > HdfLimits.LARGEST_FILE_IN_MEMORY) {
        try (FileChannel channel = FileChannel.open(path)) {
          return channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
        }
      }
      try (InputStream in = Files.newInputStream(path)) {
        return ByteBuffer.wrap(in.readNBytes((int) HdfLimits.LARGEST_FILE_IN_MEMORY));
      }
    } catch (NoSuchFileException missing) {
      throw new BadInputException("the file does not exist", missing);
    } catch (IOException unreadable) {
      throw new BadInputException(
          "the file cannot be read: cause=" + unreadable.getClass().getSimpleName(), unreadable);
    }
  }
}

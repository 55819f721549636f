package org.spikeledger.training.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.file.WholeFile;

/**
 * A file that ends with its own checksum, and that appears whole or not at all:
 *
 * <pre>
 *   content, 8 bytes "SPKLSUM1", 32 bytes SHA-256 of the content
 * </pre>
 *
 * A file without this ending is taken as it is: earlier checkpoints have none.
 */
final class ChecksummedFile {
  private static final byte[] MARK = "SPKLSUM1".getBytes(StandardCharsets.US_ASCII);
  private static final int SUM_BYTES = 32;
  private static final int ENDING_BYTES = MARK.length + SUM_BYTES;

  private ChecksummedFile() {}

  /** Writes the content to a stream. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream stream) throws IOException;
  }

  /**
   * Replaces the file; where that fails, the earlier one stays and nothing else is left behind.
   *
   * @throws IOException where the content cannot be written, such as on a full disk
   */
  static void write(Path file, Content content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    WholeFile.write(file, temporary, place -> writeSummed(place, content));
  }

  private static void writeSummed(Path place, Content content) throws IOException {
    try (FileChannel channel = openNew(place)) {
      MessageDigest sum = sha256();
      OutputStream target = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 20);
      DigestOutputStream summing = new DigestOutputStream(target, sum);
      content.writeTo(summing);
      target.write(MARK);
      target.write(sum.digest());
      target.flush();
      if (channel.size() > Integer.MAX_VALUE) {
        throw new IOException("it has 2 GiB or more, bytes=" + channel.size());
      }
      channel.force(true);
    }
  }

  /**
   * The content, in direct memory.
   *
   * @throws BadInputException where it has not the checksum that it was written with
   * @throws IOException where it cannot be read
   */
  static ByteBuffer read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new BadInputException(
            "a checkpoint is smaller than 2 GiB: bytes=%d file=%s".formatted(channel.size(), file));
      }
      ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      int content = all.capacity() - ENDING_BYTES;
      if (content < 0 || !Arrays.equals(bytes(all, content, MARK.length), MARK)) {
        return all;
      }
      MessageDigest sum = sha256();
      sum.update(all.slice(0, content));
      if (!Arrays.equals(bytes(all, content + MARK.length, SUM_BYTES), sum.digest())) {
        throw new BadInputException(
            "a checkpoint has the checksum that it was written with: file=" + file);
      }
      return all.slice(0, content);
    }
  }

  private static FileChannel openNew(Path place) throws IOException {
    return FileChannel.open(
        place,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static byte[] bytes(ByteBuffer buffer, int from, int length) {
    byte[] bytes = new byte[length];
    buffer.get(from, bytes);
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}

package org.spikeledger.models.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

/**
 * The binary files of CIFAR (Krizhevsky 2009). A record is some bytes of labels, the last of them
 * the one that counts, then 32 x 32 bytes of red, of green and of blue.
 *
 * @param set its name in messages, such as {@code CIFAR-10}
 * @param labelBytes in front of each image
 */
record CifarFiles(String set, int labelBytes) {

  private static final Shape IMAGE = Shape.of(3, 32, 32);
  private static final long LARGEST_FILE_RECORDS = 100_000;

  /** All records of some files, one after another. */
  Dataset open(String name, List<Path> files, List<String> classNames) {
    List<byte[]> contents = files.stream().map(this::records).toList();
    int count = contents.stream().mapToInt(content -> content.length / recordBytes()).sum();
    byte[] labels = new byte[count];
    byte[] pixels = new byte[count * IMAGE.size()];
    int image = 0;
    for (byte[] content : contents) {
      for (int at = 0; at < content.length; at += recordBytes(), image++) {
        labels[image] = content[at + labelBytes - 1];
        System.arraycopy(content, at + labelBytes, pixels, image * IMAGE.size(), IMAGE.size());
      }
    }
    return new LabelledImages(name, IMAGE, classNames, pixels, labels);
  }

  private int recordBytes() {
    return labelBytes + IMAGE.size();
  }

  private byte[] records(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      if (size == 0 || size % recordBytes() != 0 || size / recordBytes() > LARGEST_FILE_RECORDS) {
        throw new BadInputException(
            "a %s file holds 1 to %d whole records of %d bytes: bytes=%d file=%s"
                .formatted(set, LARGEST_FILE_RECORDS, recordBytes(), size, file));
      }
      byte[] content = in.readNBytes((int) size);
      if (content.length != size) {
        throw new BadInputException(
            "the file changed while it was read: bytes=%d expected=%d file=%s"
                .formatted(content.length, size, file));
      }
      return content;
    } catch (NoSuchFileException missing) {
      throw new BadInputException("the file does not exist: file=" + file, missing);
    } catch (IOException unreadable) {
      throw new BadInputException(
          "the file cannot be read: file=%s cause=%s"
              .formatted(file, unreadable.getClass().getSimpleName()),
          unreadable);
    }
  }
}

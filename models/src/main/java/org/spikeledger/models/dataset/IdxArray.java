package org.spikeledger.models.dataset;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

/**
 * An array of unsigned bytes in the IDX format (LeCun, Cortes and Burges, the MNIST database): two
 * zero bytes, the type (8), the number of dimensions, each extent as a big-endian 32-bit integer,
 * then the values, the last dimension running fastest.
 */
final class IdxArray {

  /** Opens the bytes of a file anew. */
  interface Source {
    InputStream open() throws IOException;
  }

  private static final int UNSIGNED_BYTE = 8;
  private static final long LARGEST_BYTES = 1L << 30;

  private final Shape shape;
  private final byte[] values;

  private IdxArray(Shape shape, byte[] values) {
    this.shape = shape;
    this.values = values;
  }

  /** The extents. */
  Shape shape() {
    return shape;
  }

  /** The unsigned bytes themselves, as many as the shape has elements. */
  byte[] values() {
    return values;
  }

  /**
   * Reads a whole file.
   *
   * @param file its name for messages; one that ends in .gz is unpacked
   * @param rank the number of dimensions it must have
   */
  static IdxArray read(Source source, String file, int rank) {
    try (InputStream raw = source.open();
        DataInputStream in =
            new DataInputStream(file.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw)) {
      return read(in, file, rank);
    } catch (EOFException cut) {
      throw new BadInputException("an IDX file ends before its data does: file=" + file, cut);
    } catch (NoSuchFileException missing) {
      throw new BadInputException("the file does not exist: file=" + file, missing);
    } catch (ZipException damaged) {
      throw new BadInputException("the compressed file is damaged: file=" + file, damaged);
    } catch (IOException unreadable) {
      throw new BadInputException(
          "the file cannot be read: file=%s cause=%s"
              .formatted(file, unreadable.getClass().getSimpleName()),
          unreadable);
    }
  }

  private static IdxArray read(DataInputStream in, String file, int rank) throws IOException {
    int magic = in.readInt();
    int expected = UNSIGNED_BYTE << 8 | rank;
    if (magic != expected) {
      throw new BadInputException(
          "an IDX file of unsigned bytes in %d dimensions starts with 0x%08x: start=0x%08x file=%s"
              .formatted(rank, expected, magic, file));
    }
    int[] extents = new int[rank];
    long size = 1;
    for (int i = 0; i < rank; i++) {
      extents[i] = in.readInt();
      size *= extents[i];
      if (extents[i] < 1 || size > LARGEST_BYTES) {
        throw new BadInputException(
            "an IDX file holds 1 to %d values: extent=%d dimension=%d file=%s"
                .formatted(LARGEST_BYTES, extents[i], i, file));
      }
    }
    byte[] values = in.readNBytes((int) size);
    if (values.length < size) {
      throw new BadInputException(
          "an IDX file ends before its data does: values=%d declared=%d file=%s"
              .formatted(values.length, size, file));
    }
    if (in.read() >= 0) {
      throw new BadInputException(
          "an IDX file ends with its last value: declared=%d file=%s".formatted(size, file));
    }
    return new IdxArray(Shape.of(extents), values);
  }
}

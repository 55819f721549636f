package org.spikeledger.traces.format;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.spikeledger.models.BadInputException;

/** Undoes {@link Deflation}. Used by one thread. */
final class Inflation implements AutoCloseable {

  /** Deflate makes nothing more than this many times smaller. */
  private static final long MOST_RATIO = 1032;

  private final Inflater inflater = new Inflater();
  private byte[] inflated = new byte[0];

  /**
   * Inflates a section.
   *
   * @param size bytes that it must give; memory is taken only where the input can give them
   */
  byte[] inflate(byte[] bytes, int offset, int length, long size) {
    if (size > MOST_RATIO * length || size > TraceFormat.MAX_BODY) {
      throw new BadInputException(
          "a deflated section can hold what it announces: bytes=%d announced=%d"
              .formatted(length, size));
    }
    if (inflated.length < size) {
      inflated = new byte[(int) size];
    }
    inflater.reset();
    inflater.setInput(bytes, offset, length);
    int given = inflateAll((int) size);
    if (given != size || !inflater.finished() || inflater.getRemaining() != 0) {
      throw new BadInputException(
          "a deflated section gives what it announces: given=%d announced=%d"
              .formatted(given, size));
    }
    return inflated;
  }

  /** Bytes given, one more than the size where there are too many. */
  private int inflateAll(int size) {
    try {
      int given = inflater.inflate(inflated, 0, size);
      return inflater.finished() ? given : given + inflater.inflate(new byte[1]);
    } catch (DataFormatException e) {
      throw new BadInputException("a deflated section is zlib data: cause=" + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    inflater.close();
  }
}

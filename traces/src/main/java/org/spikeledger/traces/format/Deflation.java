package org.spikeledger.traces.format;

import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Makes a section smaller (zlib, RFC 1950), with the same bytes on every machine: the platform's
 * own deflater is whatever zlib it was built with. One block of fixed codes, greedy, one candidate
 * for each three bytes: what images gain lies in their even areas. Used by one thread.
 */
final class Deflation {

  private static final int HASH_BITS = 12;
  private static final int MOST_DISTANCE = 1 << 15;

  private final BitWriter out = new BitWriter();
  private final int[] latest = new int[1 << HASH_BITS];

  /**
   * Deflates a section.
   *
   * @return the length of the result, or the section's own where that is not smaller
   */
  int deflate(SectionWriter section) {
    byte[] bytes = section.bytes();
    int size = section.size();
    out.begin(Math.max(0, size - 1));
    out.putByte(0x78);
    out.putByte(0x01);
    out.put(0b011, 3);
    putAll(bytes, size);
    FixedCodes.putEnd(out);
    out.align();
    Adler32 adler = new Adler32();
    adler.update(bytes, 0, size);
    for (int shift = 24; shift >= 0; shift -= Byte.SIZE) {
      out.putByte((int) (adler.getValue() >>> shift));
    }
    return out.fits() ? out.size() : size;
  }

  /** The result; valid until the next call. */
  byte[] bytes() {
    return out.bytes();
  }

  private void putAll(byte[] bytes, int size) {
    Arrays.fill(latest, 0);
    int at = 0;
    while (at < size && out.fits()) {
      int candidate = at + FixedCodes.LEAST_LENGTH <= size ? remember(bytes, at) : 0;
      int length =
          candidate > 0 && at - candidate + 1 <= MOST_DISTANCE
              ? repetition(bytes, candidate - 1, at, size)
              : 0;
      if (length < FixedCodes.LEAST_LENGTH) {
        FixedCodes.putLiteral(Byte.toUnsignedInt(bytes[at]), out);
        at++;
      } else {
        FixedCodes.putRepetition(length, at - candidate + 1, out);
        int end = at + length;
        for (at++; at < end; at++) {
          if (at + FixedCodes.LEAST_LENGTH <= size) {
            remember(bytes, at);
          }
        }
      }
    }
  }

  /** Notes a place by its three bytes; where such bytes stood last, plus 1, or 0. */
  private int remember(byte[] bytes, int at) {
    int three =
        Byte.toUnsignedInt(bytes[at])
            | Byte.toUnsignedInt(bytes[at + 1]) << 8
            | Byte.toUnsignedInt(bytes[at + 2]) << 16;
    int hash = (three * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS);
    int before = latest[hash];
    latest[hash] = at + 1;
    return before;
  }

  private static int repetition(byte[] bytes, int from, int at, int size) {
    int most = Math.min(FixedCodes.MOST_LENGTH, size - at);
    int mismatch = Arrays.mismatch(bytes, from, from + most, bytes, at, at + most);
    return mismatch < 0 ? most : mismatch;
  }
}

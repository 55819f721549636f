package org.spikeledger.traces.format;

import java.util.Arrays;

/** Collects the bytes of one section of an inference. Reused; used by one thread. */
final class SectionWriter {

  private byte[] bytes = new byte[1 << 12];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** Valid up to {@link #size} and until the next byte is put. */
  byte[] bytes() {
    return bytes;
  }

  void putByte(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  /** Sets bits of a byte that was put. */
  void mark(int position, int bits) {
    bytes[position] |= (byte) bits;
  }

  void putBytes(byte[] from, int count) {
    ensure(count);
    System.arraycopy(from, 0, bytes, size, count);
    size += count;
  }

  /** 4 bytes, the lowest first. */
  void putInt(int value) {
    ensure(Integer.BYTES);
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void putFloat(float value) {
    putInt(Float.floatToRawIntBits(value));
  }

  /** Unsigned LEB128: 7 bits a byte, the lowest first, the high bit set in all but the last. */
  void putVarint(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /**
   * Puts ascending numbers: the first, then each minus the one before minus 1, a varint each.
   *
   * @return whether that took at most so many bytes; if not, nothing is put
   */
  boolean putDeltas(int[] ascending, int count, int mostBytes) {
    ensure((int) Math.min(5L * count, mostBytes + 5L));
    int at = size;
    long end = (long) size + mostBytes;
    int before = -1;
    for (int i = 0; i < count; i++) {
      int rest = ascending[i] - before - 1;
      before = ascending[i];
      while (rest > 0x7f) {
        bytes[at++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[at++] = (byte) rest;
      if (at > end) {
        return false;
      }
    }
    size = at;
    return true;
  }

  /** Puts zero bytes and says where they begin. */
  int putZeros(int count) {
    ensure(count);
    Arrays.fill(bytes, size, size + count, (byte) 0);
    size += count;
    return size - count;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      int needed = Math.addExact(size, more);
      bytes =
          Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * size, TraceFormat.MAX_BODY)));
    }
  }
}

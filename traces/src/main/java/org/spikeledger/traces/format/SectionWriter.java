package org.spikeledger.traces.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Collects the bytes of one section of an inference. Reused; used by one thread. */
final class SectionWriter {

  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  /** Seven bits of each of 8 bytes. */
  private static final long SEVENS = 0x7f7f_7f7f_7f7f_7f7fL;

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
    INT.set(bytes, size, value);
    size += Integer.BYTES;
  }

  /** One NaN stands for all: their bits differ between processors. */
  void putFloat(float value) {
    putInt(Float.floatToIntBits(value));
  }

  /** Unsigned LEB128: 7 bits a byte, the lowest first, the high bit set in all but the last. */
  void putVarint(long value) {
    ensure(10);
    long rest = value;
    if (rest >>> 56 == 0) {
      // Without branches: how many bytes a counter has changes from one to the next.
      int more = (Long.SIZE - 1 - Long.numberOfLeadingZeros(rest | 1)) / 7 * Byte.SIZE;
      LONG.set(bytes, size, Long.expand(rest, SEVENS) | (~SEVENS & ((1L << more) - 1)));
      size += more / Byte.SIZE + 1;
      return;
    }
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

  /** Puts a bitmap of so many bytes: number n is bit n % 8, the lowest being 0, of byte n / 8. */
  void putBitmap(int[] ascending, int count, int length) {
    ensure(length);
    Arrays.fill(bytes, size, size + length, (byte) 0);
    for (int i = 0; i < count; i++) {
      bytes[size + (ascending[i] >> 3)] |= (byte) (1 << (ascending[i] & 7));
    }
    size += length;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      int needed = Math.addExact(size, more);
      bytes =
          Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * size, TraceFormat.MAX_BODY)));
    }
  }

  private static VarHandle view(Class<?> words) {
    return MethodHandles.byteArrayViewVarHandle(words, ByteOrder.LITTLE_ENDIAN);
  }
}

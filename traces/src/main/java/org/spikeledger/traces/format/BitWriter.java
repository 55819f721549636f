package org.spikeledger.traces.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes bits into bytes, the lowest bit of a byte first, as deflate asks. Used by one thread. */
final class BitWriter {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[0];
  private int size;
  private int most;
  private long pending;
  private int pendingBits;

  /** Starts anew, for at most so many bytes. */
  void begin(int mostBytes) {
    if (bytes.length < mostBytes + Integer.BYTES) {
      bytes = new byte[mostBytes + Integer.BYTES];
    }
    size = 0;
    most = mostBytes;
    pending = 0;
    pendingBits = 0;
  }

  /** Puts the lowest bits of a value, at most 32 of them. */
  void put(int value, int bits) {
    pending |= Integer.toUnsignedLong(value) << pendingBits;
    pendingBits += bits;
    if (pendingBits >= Integer.SIZE) {
      if (size <= most) {
        INT.set(bytes, size, (int) pending);
      }
      size += Integer.BYTES;
      pending >>>= Integer.SIZE;
      pendingBits -= Integer.SIZE;
    }
  }

  /** Fills the last byte with zero bits. */
  void align() {
    for (; pendingBits > 0; pendingBits -= Byte.SIZE) {
      putByte((int) pending);
      pending >>>= Byte.SIZE;
    }
    pendingBits = 0;
  }

  /** Puts a whole byte, aligned (no bits wait); what has no room is only counted. */
  void putByte(int value) {
    if (size < most) {
      bytes[size] = (byte) value;
    }
    size++;
  }

  /** Bytes put so far, those without room too; up to 3 more wait for {@link #align}. */
  int size() {
    return size;
  }

  /** Whether all bytes had room. */
  boolean fits() {
    return size <= most;
  }

  /** Valid up to {@link #size} and until the next beginning. */
  byte[] bytes() {
    return bytes;
  }
}

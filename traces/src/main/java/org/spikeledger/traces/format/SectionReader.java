package org.spikeledger.traces.format;

import java.util.Arrays;
import org.spikeledger.models.BadInputException;

/** Reads one section of an inference; every step past its end is refused. Used by one thread. */
final class SectionReader {

  private final String name;
  private final byte[] bytes;
  private int position;
  private final int end;

  SectionReader(String name, byte[] bytes, int offset, int length) {
    this.name = name;
    this.bytes = bytes;
    this.position = offset;
    this.end = offset + length;
  }

  int remaining() {
    return end - position;
  }

  int readByte() {
    need(1);
    return Byte.toUnsignedInt(bytes[position++]);
  }

  int readInt() {
    need(Integer.BYTES);
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      value |= Byte.toUnsignedInt(bytes[position++]) << shift;
    }
    return value;
  }

  /** All of a section that is a digest. */
  byte[] readDigest() {
    need(TraceFormat.DIGEST_LENGTH);
    byte[] digest = Arrays.copyOfRange(bytes, position, position + TraceFormat.DIGEST_LENGTH);
    position += TraceFormat.DIGEST_LENGTH;
    finish();
    return digest;
  }

  float readFloat() {
    return Float.intBitsToFloat(readInt());
  }

  long readVarint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = readByte();
      long group = next & 0x7f;
      value |= group << shift;
      if (shift == 63 && group > 1) {
        break;
      }
      if (next < 0x80) {
        return value;
      }
    }
    throw refuse("a varint holds at most 64 bits:");
  }

  /** A varint that counts something. */
  long readCount(String what) {
    long value = readVarint();
    if (value < 0) {
      throw refuse("a count is below 2^63: %s=%s".formatted(what, Long.toUnsignedString(value)));
    }
    return value;
  }

  /** A varint that lies in 0..most. */
  int readBounded(String what, long most) {
    long value = readVarint();
    if (value < 0 || value > most) {
      throw refuse(
          "a value lies within its bound: %s=%s most=%d"
              .formatted(what, Long.toUnsignedString(value), most));
    }
    return (int) value;
  }

  /** Refuses a section that has bytes left. */
  void finish() {
    if (position != end) {
      throw refuse("a section ends where its content ends: bytesLeft=" + remaining());
    }
  }

  /** Refuses a count that would need more bytes than are left. */
  void need(long count) {
    if (count > remaining()) {
      throw refuse(
          "a section holds all that it announces: bytesNeeded=%d bytesLeft=%d"
              .formatted(count, remaining()));
    }
  }

  BadInputException refuse(String rule) {
    return new BadInputException(rule + " section=" + name);
  }
}

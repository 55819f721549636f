package org.spikeledger.models.nir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The part of an HDF5 file that says where the file ends (HDF5 file format specification, II.A): a
 * file that is shorter has lost its end.
 */
final class Superblock {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final int LONGEST = 64;

  private Superblock() {}

  /**
   * Where the signature stands: HDF5 allows a foreign header of 512 bytes, 1024, 2048 and so on
   * before it. Empty if this is no HDF5 file.
   */
  static OptionalInt find(ByteBuffer content) {
    long last = (long) content.limit() - SIGNATURE.length;
    for (long at = 0; at <= last; at = Math.max(512, 2 * at)) {
      int from = (int) at;
      if (content.slice(from, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE))) {
        return OptionalInt.of(from);
      }
    }
    return OptionalInt.empty();
  }

  /** The file's length as its superblock states it; empty where that cannot be told. */
  static OptionalLong statedEnd(ByteBuffer content, int at) {
    if (content.limit() < at + LONGEST) {
      return OptionalLong.empty();
    }
    ByteBuffer block = content.slice(at, LONGEST).order(ByteOrder.LITTLE_ENDIAN);
    int version = block.get(8);
    if (version < 0 || version > 3) {
      return OptionalLong.empty();
    }
    boolean old = version < 2;
    int addressBytes = block.get(old ? 13 : 9);
    int addresses = old ? 24 + 4 * version : 12;
    return addressBytes == Long.BYTES
        ? OptionalLong.of(block.getLong(addresses + 2 * Long.BYTES))
        : OptionalLong.empty();
  }
}

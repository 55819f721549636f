package org.spikeledger.models.nir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** One to four changes to a file: bits, bytes, runs of zeros or ones, copies, sizes, addresses. */
final class FileMutation {

  private static final long[] SIZES = {0, 1, -1, 1 << 16, 1 << 28, 1L << 32, 1L << 40, 1L << 62};

  private final byte[] original;
  private final Random random;
  private final byte[] bytes;

  private FileMutation(byte[] original, Random random) {
    this.original = original;
    this.random = random;
    bytes = original.clone();
  }

  static byte[] of(byte[] original, Random random) {
    FileMutation mutation = new FileMutation(original, random);
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      mutation.change();
    }
    return mutation.bytes;
  }

  private void change() {
    int at = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
    switch (random.nextInt(7)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 8), (byte) 0xff);
      case 3 -> Arrays.fill(bytes, at, end, (byte) 0);
      case 4 -> {
        int from = random.nextInt(bytes.length - (end - at));
        System.arraycopy(original, from, bytes, at, end - at);
      }
      case 5 -> putLong(at, SIZES[random.nextInt(SIZES.length)]);
      default -> putLong(at, random.nextInt(bytes.length) & ~7);
    }
  }

  /** At a multiple of eight, where addresses and sizes are. */
  private void putLong(int at, long value) {
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(Math.min(at & ~7, (bytes.length - 8) & ~7), value);
  }
}

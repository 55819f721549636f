package org.spikeledger.models.digest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over little-endian words, buffered. Used by one thread; ready again after a finish. */
public final class Sha256 {

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);

  /** Starts empty. */
  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds 4 bytes. */
  public void putInt(int value) {
    room(Integer.BYTES);
    buffer.putInt(value);
  }

  /** Adds 8 bytes. */
  public void putLong(long value) {
    room(Long.BYTES);
    buffer.putLong(value);
  }

  /** Adds the 4 bytes of a float; one NaN stands for all, whose bits differ between processors. */
  public void putFloat(float value) {
    putInt(Float.floatToIntBits(value));
  }

  /** Adds bytes as they are, without their number. */
  public void putBytes(byte[] bytes) {
    flush();
    digest.update(bytes);
  }

  /** Adds a text: the number of its UTF-8 bytes, then these. */
  public void putText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    putInt(bytes.length);
    putBytes(bytes);
  }

  /** The 32 bytes over all that was added; the next one starts empty. */
  public byte[] finish() {
    flush();
    return digest.digest();
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }
}

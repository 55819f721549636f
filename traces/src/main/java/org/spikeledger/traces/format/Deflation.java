package org.spikeledger.traces.format;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;

/**
 * Makes a section smaller (zlib, RFC 1950), with the same bytes on every machine: written in Java,
 * while the platform's own deflater is whatever zlib it was built with. Used by one thread.
 */
final class Deflation {

  private static final int LEAST_WINDOW_BITS = 9;
  private static final int MOST_WINDOW_BITS = 15;
  private static final int MOST_MEMORY_LEVEL = 8;

  private byte[] deflated = new byte[0];

  /**
   * Deflates a section.
   *
   * @return the length of the result, or the section's own where that is not smaller
   */
  int deflate(SectionWriter section) {
    if (section.size() < 2) {
      return section.size();
    }
    if (deflated.length < section.size()) {
      deflated = new byte[section.bytes().length];
    }
    Deflater deflater = deflater(section.size());
    deflater.setInput(section.bytes(), 0, section.size(), false);
    deflater.setOutput(deflated, 0, section.size() - 1);
    int status = deflater.deflate(JZlib.Z_FINISH);
    int length = deflater.getNextOutIndex();
    deflater.end();
    return status == JZlib.Z_STREAM_END ? length : section.size();
  }

  /** The result; valid until the next call. */
  byte[] bytes() {
    return deflated;
  }

  /** A small section gets a small window, so that little memory is taken and cleared for it. */
  private static Deflater deflater(int size) {
    int needed = Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
    int windowBits = Math.clamp(needed, LEAST_WINDOW_BITS, MOST_WINDOW_BITS);
    int memoryLevel = Math.min(windowBits - 6, MOST_MEMORY_LEVEL);
    try {
      return new Deflater(JZlib.Z_DEFAULT_COMPRESSION, windowBits, memoryLevel);
    } catch (GZIPException e) {
      throw new IllegalStateException("the deflater takes every window from 9 to 15 bits", e);
    }
  }
}

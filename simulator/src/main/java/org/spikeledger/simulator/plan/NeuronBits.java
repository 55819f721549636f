package org.spikeledger.simulator.plan;

import java.util.Arrays;

/**
 * One bit a neuron of a layer, pixel after pixel in whole words. A pixel is written by the one
 * thread that owns it; those inside a plan are never changed.
 */
public final class NeuronBits {

  private final int channels;
  private final int wordsPerPixel;
  private final long lastWord;
  private final long[] words;

  /** All clear. */
  public NeuronBits(Layout layout) {
    channels = layout.channels();
    wordsPerPixel = layout.wordsPerPixel();
    lastWord = -1L >>> (wordsPerPixel * Long.SIZE - channels);
    words = new long[layout.pixels() * wordsPerPixel];
  }

  /** Clears all. */
  public void clear() {
    Arrays.fill(words, 0L);
  }

  /** Sets or clears those of a pixel. */
  public void setPixel(int pixel, boolean all) {
    int last = (pixel + 1) * wordsPerPixel - 1;
    long word = all ? -1L : 0L;
    for (int at = pixel * wordsPerPixel; at < last; at++) {
      words[at] = word;
    }
    words[last] = word & lastWord;
  }

  /** Sets the bit of a canonical index. */
  public void set(int canonicalIndex) {
    setChannel(canonicalIndex / channels, canonicalIndex % channels);
  }

  /** Sets the bit of a channel of a pixel. */
  public void setChannel(int pixel, int channel) {
    words[pixel * wordsPerPixel + channel / Long.SIZE] |= 1L << channel;
  }

  /** Whether the bit of a channel of a pixel is set. */
  public boolean isSet(int pixel, int channel) {
    return (words[pixel * wordsPerPixel + channel / Long.SIZE] >>> channel & 1) != 0;
  }

  /** Sets a run of channels of a pixel. */
  public void setChannels(int pixel, int first, int count) {
    int at = pixel * wordsPerPixel;
    if (count == Long.SIZE && first % Long.SIZE == 0) {
      words[at + first / Long.SIZE] = -1L;
      return;
    }
    int end = first + count;
    for (int word = first / Long.SIZE; word * Long.SIZE < end; word++) {
      long mask = -1L;
      if (word * Long.SIZE < first) {
        mask &= -1L << first;
      }
      if (end - word * Long.SIZE < Long.SIZE) {
        mask &= (1L << end) - 1;
      }
      words[at + word] |= mask;
    }
  }

  /** Sets those of a run of channels whose bit is set in a word; {@code first + i} for bit i. */
  public void setWhere(int pixel, int first, long bits) {
    int at = pixel * wordsPerPixel + first / Long.SIZE;
    words[at] |= bits << first;
    int shift = first % Long.SIZE;
    if (shift != 0 && bits >>> (Long.SIZE - shift) != 0) {
      words[at + 1] |= bits >>> (Long.SIZE - shift);
    }
  }

  /** Sets every bit that is set in another. */
  public void or(NeuronBits other) {
    for (int i = 0; i < words.length; i++) {
      words[i] |= other.words[i];
    }
  }

  /** How many bits are set. */
  public int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }
}

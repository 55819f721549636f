package org.spikeledger.simulator.plan;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** How the weights of a row lie in memory. */
public enum RowFormat {
  /** A float32 a channel, in the order of the channels. */
  FLOAT32(64, Layout.LINE) {
    @Override
    long rowBytes(int paddedChannels) {
      return (long) paddedChannels * Float.BYTES;
    }

    @Override
    void put(MemorySegment rows, long row, int channel, float weight) {
      rows.set(JAVA_FLOAT, row + (long) channel * Float.BYTES, weight);
    }

    @Override
    public float get(MemorySegment rows, long row, int channel) {
      return rows.get(JAVA_FLOAT, row + (long) channel * Float.BYTES);
    }
  },
  /**
   * The upper half of a float32 a channel, for weights whose lower halves are 0 (bfloat16: 8
   * significant bits), in lines of 32 channels. A line is 16 words of four bytes, little endian: of
   * word i the lower half belongs to channel i, the higher one to channel i + 16.
   */
  BFLOAT16(64, 32) {
    @Override
    long rowBytes(int paddedChannels) {
      return (long) paddedChannels * Short.BYTES;
    }

    @Override
    void put(MemorySegment rows, long row, int channel, float weight) {
      rows.set(HALF, at(row, channel), (short) (Float.floatToRawIntBits(weight) >> Short.SIZE));
    }

    @Override
    public float get(MemorySegment rows, long row, int channel) {
      return Float.intBitsToFloat(rows.get(HALF, at(row, channel)) << Short.SIZE);
    }

    private static long at(long row, int channel) {
      int inLine = channel % (2 * LINE_WORDS);
      return row
          + (long) Short.BYTES * (channel - inLine)
          + (long) Integer.BYTES * (inLine % LINE_WORDS)
          + (long) Short.BYTES * (inLine / LINE_WORDS);
    }
  },
  /**
   * A byte a channel for whole weights of at most {@link #LARGEST}, in lines of 64 channels. A line
   * is 16 words of four bytes, little endian: of word i they belong to the channels i, i + 16, i +
   * 32, i + 48, and the first and third hold {@code weight + 128}, the others the weight itself. So
   * adding lines as 16-bit numbers adds up what stands in their lower bytes, and adding their
   * arithmetic shifts by 8 what stands in the higher ones.
   */
  INT8(128, 64) {
    @Override
    long rowBytes(int paddedChannels) {
      return paddedChannels;
    }

    @Override
    void clear(MemorySegment rows) {
      for (long at = 0; at < rows.byteSize(); at += 2) {
        rows.set(JAVA_BYTE, at, (byte) LOWER_BIAS);
      }
    }

    @Override
    void put(MemorySegment rows, long row, int channel, float weight) {
      int stored = (int) weight + (isLower(channel) ? LOWER_BIAS : 0);
      rows.set(JAVA_BYTE, at(row, channel), (byte) stored);
    }

    @Override
    public float get(MemorySegment rows, long row, int channel) {
      byte stored = rows.get(JAVA_BYTE, at(row, channel));
      return isLower(channel) ? Byte.toUnsignedInt(stored) - LOWER_BIAS : stored;
    }

    private static boolean isLower(int channel) {
      return channel % (2 * LINE_WORDS) < LINE_WORDS;
    }

    private static long at(long row, int channel) {
      int inLine = channel % LINE_CHANNELS;
      return row + channel - inLine + 4L * (inLine % LINE_WORDS) + inLine / LINE_WORDS;
    }
  };

  /** The largest whole weight of a byte, of either sign. */
  public static final int LARGEST = 127;

  /** Channels of a line of {@link #INT8}. */
  public static final int LINE_CHANNELS = 64;

  /**
   * Words of a line of {@link #BFLOAT16} and {@link #INT8}; the channels of a word are as far from
   * one another.
   */
  public static final int LINE_WORDS = 16;

  /** What stands beside the weight in a lower byte of {@link #INT8}. */
  public static final int LOWER_BIAS = 128;

  private static final ValueLayout.OfShort HALF =
      ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final int blockChannels;
  private final int unit;

  RowFormat(int blockChannels, int unit) {
    this.blockChannels = blockChannels;
    this.unit = unit;
  }

  /** Channels of a block whose rows many pixels use. */
  int blockChannels() {
    return blockChannels;
  }

  /** Channels that lie together: a row has a multiple of so many, pieces of it too. */
  public int unit() {
    return unit;
  }

  /** How many channels a row of so many takes. */
  public int padded(int channels) {
    return (channels + unit - 1) / unit * unit;
  }

  /** Bytes of a row. */
  abstract long rowBytes(int paddedChannels);

  /** Sets all weights to 0, the padding too. */
  void clear(MemorySegment rows) {}

  /** Sets the weight of a row's channel, which the format must hold exactly. */
  abstract void put(MemorySegment rows, long row, int channel, float weight);

  /**
   * The weight of a row's channel.
   *
   * @param row byte offset of the row
   */
  public abstract float get(MemorySegment rows, long row, int channel);
}

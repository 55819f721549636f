package org.spikeledger.traces.format;

import java.util.Arrays;
import org.spikeledger.models.BadInputException;

/**
 * Where inferences begin in the file: one offset every stride inferences. While it grows past
 * {@value #CAPACITY} offsets, every second one is dropped and the stride doubles, so that it stays
 * bounded for any length of file. Used by one thread.
 */
public final class OffsetIndex {

  /** The most offsets that an index holds. */
  static final int CAPACITY = 1 << 16;

  private long[] offsets;
  private int size;
  private long stride;
  private long inferences;

  /** Empty, with an offset for each inference. */
  public OffsetIndex() {
    this(1, new long[16], 0);
  }

  OffsetIndex(long stride, long[] offsets, int size) {
    if (stride < 1 || size > CAPACITY) {
      throw new BadInputException(
          "an index has a stride of at least 1 and at most %d offsets: stride=%d offsets=%d"
              .formatted(CAPACITY, stride, size));
    }
    this.stride = stride;
    this.offsets = offsets;
    this.size = size;
  }

  /** Adds the offset of the next inference's frame. */
  public void add(long offset) {
    if (inferences++ % stride == 0) {
      if (size == CAPACITY) {
        thin();
      }
      if (size == offsets.length) {
        offsets = Arrays.copyOf(offsets, Math.min(CAPACITY, 2 * size));
      }
      offsets[size++] = offset;
    }
  }

  private void thin() {
    size /= 2;
    for (int i = 0; i < size; i++) {
      offsets[i] = offsets[2 * i];
    }
    stride *= 2;
  }

  /** Every so many inferences have an offset; a power of two. */
  public long stride() {
    return stride;
  }

  /** The number of offsets. */
  public int size() {
    return size;
  }

  /** The offset of the frame of inference {@code i * stride}. */
  public long offset(int i) {
    return offsets[i];
  }
}

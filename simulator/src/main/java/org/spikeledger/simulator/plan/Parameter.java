package org.spikeledger.simulator.plan;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.spikeledger.models.graph.Tensor;

/**
 * A neuron parameter: one value for all neurons, one a channel, or one each, laid out as the
 * potentials are. All are read in the same way, at {@code byteOffset & mask}: the one value stands
 * in every lane of the widest vector, so kernels need no branch.
 */
public final class Parameter {

  private static final long EVERY_OFFSET = -1L;
  private static final long FIRST_OFFSET = 0L;

  private final MemorySegment values;
  private final long mask;

  private Parameter(MemorySegment values, long mask) {
    this.values = values;
    this.mask = mask;
  }

  static Parameter of(Tensor values, Layout layout) {
    return of(values, layout, value -> value);
  }

  static Parameter of(Tensor values, Layout layout, UnaryOperator<Float> change) {
    Arena arena = Arena.ofAuto();
    if (values.isAll(values.get(0))) {
      MemorySegment one = arena.allocate((long) Layout.LINE * Float.BYTES, 64);
      for (int i = 0; i < Layout.LINE; i++) {
        one.setAtIndex(ValueLayout.JAVA_FLOAT, i, change.apply(values.get(0)));
      }
      return new Parameter(one, FIRST_OFFSET);
    }
    Parameter each = new Parameter(arena.allocate(layout.bytes(), 64), EVERY_OFFSET);
    for (int i = 0; i < values.size(); i++) {
      each.put(layout.offset(layout.order().fromNir(i)), change.apply(values.get(i)));
    }
    return each.oneAChannel(layout).orElse(each);
  }

  private void put(int offset, float value) {
    values.setAtIndex(ValueLayout.JAVA_FLOAT, offset, value);
  }

  /** The first pixel's values, where all pixels have the same and a mask can say so. */
  private Optional<Parameter> oneAChannel(Layout layout) {
    long pixelBytes = (long) layout.stride() * Float.BYTES;
    if (layout.pixels() == 1 || Long.bitCount(pixelBytes) != 1) {
      return Optional.empty();
    }
    MemorySegment first = values.asSlice(0, pixelBytes);
    for (long at = pixelBytes; at < layout.bytes(); at += pixelBytes) {
      if (first.mismatch(values.asSlice(at, pixelBytes)) >= 0) {
        return Optional.empty();
      }
    }
    MemorySegment copy = Arena.ofAuto().allocate(pixelBytes, 64).copyFrom(first);
    return Optional.of(new Parameter(copy, pixelBytes - 1));
  }

  /** Whether there is one value for all neurons, which then stands at the start of the values. */
  public boolean isUniform() {
    return mask == FIRST_OFFSET;
  }

  /** The values, to be read at {@code byteOffset & mask}. */
  public MemorySegment values() {
    return values;
  }

  /** What a byte offset of the potentials is masked with. */
  public long mask() {
    return mask;
  }

  /** The value at a byte offset of the potentials. */
  public float at(long byteOffset) {
    return values.get(ValueLayout.JAVA_FLOAT, byteOffset & mask);
  }
}

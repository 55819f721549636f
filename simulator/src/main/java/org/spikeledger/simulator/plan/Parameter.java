package org.spikeledger.simulator.plan;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.spikeledger.models.graph.Tensor;

/** A neuron parameter: one value for all neurons, or one each, laid out as the potentials are. */
public final class Parameter {

  private final float uniform;
  private final MemorySegment each;

  private Parameter(float uniform, MemorySegment each) {
    this.uniform = uniform;
    this.each = each;
  }

  static Parameter of(Tensor values, Layout layout) {
    if (values.isAll(values.get(0))) {
      return new Parameter(values.get(0), null);
    }
    MemorySegment each = Arena.ofAuto().allocate(layout.bytes(), 64);
    for (int i = 0; i < values.size(); i++) {
      each.setAtIndex(
          ValueLayout.JAVA_FLOAT, layout.offset(layout.order().fromNir(i)), values.get(i));
    }
    return new Parameter(Float.NaN, each);
  }

  /** Whether one value stands for all neurons. */
  public boolean isUniform() {
    return each == null;
  }

  /** Whether one value stands for all neurons, and it is this. */
  public boolean isUniformly(float value) {
    return each == null && uniform == value;
  }

  /** The value for all neurons; only if {@link #isUniform}. */
  public float uniform() {
    return uniform;
  }

  /** The value of each neuron, laid out as the potentials are; only if not {@link #isUniform}. */
  public MemorySegment each() {
    return each;
  }

  /** The value at a byte offset of the potentials. */
  public float at(long byteOffset) {
    return each == null ? uniform : each.get(ValueLayout.JAVA_FLOAT, byteOffset);
  }
}

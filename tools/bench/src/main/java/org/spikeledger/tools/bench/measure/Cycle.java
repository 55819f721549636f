package org.spikeledger.tools.bench.measure;

import java.util.List;
import org.spikeledger.simulator.encode.EncodedInput;

/** Inputs one after another, for ever. Used by one thread. */
final class Cycle {

  private final EncodedInput[] inputs;
  private int next;

  Cycle(List<? extends EncodedInput> inputs) {
    this.inputs = inputs.toArray(EncodedInput[]::new);
  }

  EncodedInput next() {
    EncodedInput input = inputs[next];
    next = next + 1 == inputs.length ? 0 : next + 1;
    return input;
  }
}

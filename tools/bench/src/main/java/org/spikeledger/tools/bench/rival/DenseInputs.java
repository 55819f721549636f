package org.spikeledger.tools.bench.rival;

import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;

/** Directly encoded inputs as dense arrays, (channel, row, column), for those who want them so. */
public final class DenseInputs {

  private DenseInputs() {}

  /** The values of a directly encoded input in NIR's order. */
  public static float[] of(EncodedInput input) {
    if (!(input instanceof DirectInput direct)) {
      throw new IllegalArgumentException("a dense input is directly encoded: kind=" + input.kind());
    }
    CanonicalOrder order = CanonicalOrder.of(direct.shape());
    float[] values = new float[direct.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = direct.value(order.fromNir(i));
    }
    return values;
  }
}

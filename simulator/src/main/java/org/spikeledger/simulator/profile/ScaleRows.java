package org.spikeledger.simulator.profile;

import java.util.function.IntConsumer;
import org.spikeledger.models.graph.Scale;

/**
 * One weight an element.
 *
 * @param scale the node
 * @param rows how many elements there are
 */
record ScaleRows(Scale scale, int rows) implements WeightRows {

  @Override
  public int width(int row) {
    return 1;
  }

  @Override
  public int nonZero(int row) {
    return scale.weight().get(row) == 0f ? 0 : 1;
  }

  @Override
  public void of(int element, IntConsumer row) {
    row.accept(element);
  }
}

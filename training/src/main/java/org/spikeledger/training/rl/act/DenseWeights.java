package org.spikeledger.training.rl.act;

import java.nio.FloatBuffer;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.libtorch.FloatTensors;

/** A copy of a linear layer's weights, by source: values that are 0 cost nothing. */
final class DenseWeights {
  private final Synapses source;
  private final int sources;
  private final int targets;
  private final float[][] bySource;
  private final float[] bias;

  DenseWeights(Synapses source) {
    this.source = source;
    targets = (int) source.weight().size(0);
    sources = (int) source.weight().size(1);
    bySource = new float[sources][targets];
    bias = new float[targets];
    refresh();
  }

  int targets() {
    return targets;
  }

  long multiplyAccumulates() {
    return (long) sources * targets;
  }

  void refresh() {
    FloatBuffer transposed = FloatTensors.buffer(source.weight().detach().t().contiguous());
    for (float[] row : bySource) {
      transposed.get(row);
    }
    if (source.bias() != null) {
      FloatTensors.buffer(source.bias()).get(bias);
    }
  }

  /** Fills the currents that values give. */
  void currents(float[] values, float[] into) {
    System.arraycopy(bias, 0, into, 0, targets);
    for (int from = 0; from < sources; from++) {
      if (values[from] != 0) {
        add(bySource[from], values[from], into);
      }
    }
  }

  // Both arrays have the same index, so that the loop runs as vectors.
  private static void add(float[] row, float value, float[] into) {
    for (int target = 0; target < row.length; target++) {
      into[target] += row[target] * value;
    }
  }
}

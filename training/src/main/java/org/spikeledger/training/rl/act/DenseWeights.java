package org.spikeledger.training.rl.act;

import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.libtorch.FloatTensors;

/** A copy of a linear layer's weights, by source: values that are 0 cost nothing. */
final class DenseWeights {
  private final Synapses source;
  private final int sources;
  private final int targets;
  private final float[] bySource;
  private final float[] bias;

  DenseWeights(Synapses source) {
    this.source = source;
    targets = (int) source.weight().size(0);
    sources = (int) source.weight().size(1);
    bySource = new float[sources * targets];
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
    float[] byTarget = FloatTensors.values(source.weight());
    for (int target = 0; target < targets; target++) {
      for (int from = 0; from < sources; from++) {
        bySource[from * targets + target] = byTarget[target * sources + from];
      }
    }
    if (source.bias() != null) {
      System.arraycopy(FloatTensors.values(source.bias()), 0, bias, 0, targets);
    }
  }

  /** Fills the currents that values give. */
  void currents(float[] values, float[] into) {
    System.arraycopy(bias, 0, into, 0, targets);
    for (int from = 0; from < sources; from++) {
      if (values[from] != 0) {
        add(from * targets, values[from], into);
      }
    }
  }

  private void add(int row, float value, float[] into) {
    for (int target = 0; target < targets; target++) {
      into[target] += bySource[row + target] * value;
    }
  }
}

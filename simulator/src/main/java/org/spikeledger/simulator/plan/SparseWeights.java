package org.spikeledger.simulator.plan;

import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.SparseMatrix;

/**
 * The synapses of a sparse connection, source after source in canonical order. Immutable; read by
 * all threads.
 */
public final class SparseWeights {

  private final int[] starts;
  private final int[] targets;
  private final float[] weights;
  private final int[] effective;

  private SparseWeights(int[] starts, int[] targets, float[] weights) {
    this.starts = starts;
    this.targets = targets;
    this.weights = weights;
    this.effective = effective(starts, weights);
  }

  /** One synapse an element, to the element of the same NIR index. */
  static SparseWeights of(Scale scale, Layout source, Layout target) {
    int size = source.size();
    int[] starts = new int[size + 1];
    int[] targets = new int[size];
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      int nirIndex = source.order().toNir(i);
      starts[i + 1] = i + 1;
      targets[i] = target.order().fromNir(nirIndex);
      weights[i] = scale.scale().get(nirIndex);
    }
    return new SparseWeights(starts, targets, weights);
  }

  /** The stored weights of a matrix, turned from targets to sources. */
  static SparseWeights of(SparseMatrix matrix, Layout source) {
    int[] place = source.order().canonicalOfNir();
    int[] starts = new int[source.size() + 1];
    int elements = matrix.values().size();
    for (int e = 0; e < elements; e++) {
      starts[place[matrix.columnOf(e)] + 1]++;
    }
    for (int i = 0; i < source.size(); i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    int[] targets = new int[elements];
    float[] weights = new float[elements];
    for (int row = 0; row < matrix.rows(); row++) {
      for (int e = matrix.start(row); e < matrix.start(row + 1); e++) {
        int at = next[place[matrix.columnOf(e)]]++;
        targets[at] = row;
        weights[at] = matrix.values().get(e);
      }
    }
    return new SparseWeights(starts, targets, weights);
  }

  /** Synapses of non-zero weight by source; null where all are. */
  private static int[] effective(int[] starts, float[] weights) {
    int[] counts = new int[starts.length - 1];
    boolean someZero = false;
    for (int source = 0; source < counts.length; source++) {
      for (int s = starts[source]; s < starts[source + 1]; s++) {
        if (weights[s] != 0f) {
          counts[source]++;
        } else {
          someZero = true;
        }
      }
    }
    return someZero ? counts : null;
  }

  /** Where the synapses of a source begin; for the number of sources, the number of synapses. */
  public int start(int source) {
    return starts[source];
  }

  /** The canonical index of a synapse's target. */
  public int target(int synapse) {
    return targets[synapse];
  }

  /** The weight of a synapse. */
  public float weight(int synapse) {
    return weights[synapse];
  }

  /** Synapses that leave a source. */
  public int fanOut(int source) {
    return starts[source + 1] - starts[source];
  }

  /** Synapses of non-zero weight that leave a source. */
  public int effectiveFanOut(int source) {
    return effective == null ? fanOut(source) : effective[source];
  }

  /** Whether no weight is zero, so that every synapse is effective. */
  public boolean isDense() {
    return effective == null;
  }
}

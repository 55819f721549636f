package org.spikeledger.simulator.engine;

import java.util.Arrays;
import org.spikeledger.simulator.kernel.FiredNeurons;

/**
 * The spikes of one inference by timestep and layer. Written by the thread that runs the inference,
 * layer after layer; read by anyone once the inference is complete; reused after {@link #clear}.
 */
public final class SpikeLog {

  private final int layers;
  private final int timesteps;
  private final int[] starts;
  private int[] indices = new int[1024];
  private int[] values;
  private int blocks;
  private boolean graded;

  /** An empty log. */
  public SpikeLog(int layers, int timesteps) {
    this.layers = layers;
    this.timesteps = timesteps;
    this.starts = new int[layers * timesteps + 1];
  }

  /** Forgets all spikes. */
  public void clear() {
    blocks = 0;
    graded = false;
  }

  /**
   * Adds the spikes of the next layer; layer runs fastest, then timestep.
   *
   * @param firing canonical indices of the neurons that fired, ascending
   * @param spikes how many spikes each gave; null where each gave one
   * @param count how many neurons fired
   */
  public void append(int[] firing, int[] spikes, int count) {
    int start = starts[blocks];
    put(start, firing, spikes, count);
    starts[++blocks] = start + count;
  }

  /** The same in several parts. */
  void append(FiredNeurons[] parts) {
    int start = starts[blocks];
    for (FiredNeurons part : parts) {
      put(start, part.indices(), part.spikes(), part.count());
      start += part.count();
    }
    starts[++blocks] = start;
  }

  private void put(int start, int[] firing, int[] spikes, int count) {
    ensure(start + count);
    System.arraycopy(firing, 0, indices, start, count);
    if (spikes != null) {
      makeGraded(start);
      System.arraycopy(spikes, 0, values, start, count);
    } else if (graded) {
      Arrays.fill(values, start, start + count, 1);
    }
  }

  /** The number of layers, the output among them, which never fires. */
  public int layers() {
    return layers;
  }

  /** The number of timesteps. */
  public int timesteps() {
    return timesteps;
  }

  /** Whether the spikes of every timestep and layer have been added. */
  public boolean isComplete() {
    return blocks == layers * timesteps;
  }

  /** How many neurons of a layer fired at a timestep. */
  public int count(int timestep, int layer) {
    int block = timestep * layers + layer;
    return starts[block + 1] - starts[block];
  }

  /** The canonical index of the i-th neuron that fired. */
  public int index(int timestep, int layer, int i) {
    return indices[starts[timestep * layers + layer] + i];
  }

  /**
   * Copies the canonical indices of all neurons of a layer that fired at a timestep to the start of
   * an array.
   */
  public void copyIndices(int timestep, int layer, int[] into) {
    int block = timestep * layers + layer;
    System.arraycopy(indices, starts[block], into, 0, starts[block + 1] - starts[block]);
  }

  /** How many spikes a layer gave at a timestep. */
  public long total(int timestep, int layer) {
    int block = timestep * layers + layer;
    long total = graded ? 0 : starts[block + 1] - starts[block];
    for (int i = starts[block]; graded && i < starts[block + 1]; i++) {
      total += values[i];
    }
    return total;
  }

  /** How many spikes the i-th neuron that fired gave, at least 1. */
  public int spikes(int timestep, int layer, int i) {
    return graded ? values[starts[timestep * layers + layer] + i] : 1;
  }

  private void makeGraded(int singleSoFar) {
    if (!graded) {
      if (values == null || values.length < indices.length) {
        values = new int[indices.length];
      }
      Arrays.fill(values, 0, singleSoFar, 1);
      graded = true;
    }
  }

  private void ensure(int size) {
    if (size > indices.length) {
      int larger = Math.max(size, Math.multiplyExact(indices.length, 2));
      indices = Arrays.copyOf(indices, larger);
      values = graded ? Arrays.copyOf(values, larger) : values;
    }
  }
}

package org.spikeledger.training.rl.act;

import java.util.List;
import org.spikeledger.training.layers.LayerActivity;

/** Gives action values with the weights of a network that may be learning. Used by one thread. */
public interface Agent {

  /** An episode begins: all state is zero. */
  void begin();

  /**
   * The value of each action.
   *
   * @param observation in the order of its shape
   * @return valid until the next call
   */
  float[] actionValues(float[] observation);

  /** Takes over the weights that the network has now. */
  void refresh();

  /** What the hidden layers did since the last call; empty for an ANN. */
  List<LayerActivity> activity();

  /** The action of the largest value, of equal ones the first. */
  default int best(float[] observation) {
    float[] values = actionValues(observation);
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}

package org.spikeledger.training.rl.act;

import java.util.Arrays;
import org.spikeledger.training.layers.LayerActivity;
import org.spikeledger.training.layers.SpikingNeurons;

/** What stands behind a layer of weights, for one observation at a time. */
sealed interface Neurons {

  /** All state is zero. */
  void begin();

  /** Turns currents into the values that the next layer takes, in place. */
  void apply(float[] currents);

  /** Takes over the parameters that the network has now. */
  void refresh();

  /** The ANN's. */
  record Rectified() implements Neurons {
    @Override
    public void begin() {
      // It has none.
    }

    @Override
    public void apply(float[] currents) {
      for (int i = 0; i < currents.length; i++) {
        currents[i] = Math.max(0f, currents[i]);
      }
    }

    @Override
    public void refresh() {
      // There are none.
    }
  }

  /** Leaky integrate-and-fire neurons with reset by subtraction. */
  final class Spiking implements Neurons {
    private final SpikingNeurons source;
    private final float[] membranePotentials;
    private float threshold;
    private float leak;
    private long spikes;
    private long timesteps;

    Spiking(SpikingNeurons source, int size) {
      this.source = source;
      membranePotentials = new float[size];
      refresh();
    }

    @Override
    public void begin() {
      Arrays.fill(membranePotentials, 0f);
    }

    @Override
    public void apply(float[] currents) {
      for (int i = 0; i < currents.length; i++) {
        float potential = leak * membranePotentials[i] + currents[i];
        boolean fires = potential > threshold;
        currents[i] = fires ? 1f : 0f;
        membranePotentials[i] = fires ? potential - threshold : potential;
        spikes += fires ? 1 : 0;
      }
      timesteps++;
    }

    @Override
    public void refresh() {
      threshold = source.threshold().item_float();
      leak = source.leak().item_float();
    }

    /**
     * What they did since the last call.
     *
     * @param name of the weighted layer in front of them
     * @param fed multiply-accumulates that they feed in one dense pass over one observation
     */
    LayerActivity takeActivity(String name, long fed) {
      double rate = (double) spikes / Math.max(1, timesteps) / membranePotentials.length;
      spikes = 0;
      timesteps = 0;
      return new LayerActivity(name, rate, threshold, leak, fed);
    }
  }
}

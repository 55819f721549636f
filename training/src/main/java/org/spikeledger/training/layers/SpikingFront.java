package org.spikeledger.training.layers;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Walks a batch through a spiking network one layer of neurons at a time, over all timesteps, so
 * that each layer can be looked at before its neurons exist. Float32, without gradients.
 */
public final class SpikingFront {
  private final List<WeightedLayer> layers;
  private final int timesteps;
  private int layer;
  private Tensor currents;
  private Firing firing;

  /** Stands before the neurons of the first layer. */
  public SpikingFront(List<WeightedLayer> layers, Tensor images, int timesteps) {
    this.layers = layers;
    this.timesteps = timesteps;
    currents =
        FloatTensors.withoutGradient(() -> layers.getFirst().currents(images, Pass.evaluation(1)));
  }

  /**
   * Currents into the neurons ahead: of one timestep for the first layer, else of all timesteps one
   * after another along the batch dimension.
   */
  public Tensor currents() {
    return currents;
  }

  /** Lets the neurons ahead fire and goes on to the next layer. */
  public void advance(SpikingNeurons neurons) {
    firing = neurons.fire(currents, timesteps, layer == 0);
    layer++;
    currents =
        FloatTensors.withoutGradient(
            () -> layers.get(layer).currents(firing.spikes(), Pass.evaluation(timesteps)));
  }

  /** Spikes of the neurons that fired last, all timesteps along the batch dimension. */
  public Tensor spikes() {
    return firing.spikes();
  }

  /** Potentials before the spike test of the neurons that fired last. */
  public Tensor potentials() {
    return firing.potentials();
  }
}

package org.spikeledger.training.layers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Walks a batch through a spiking network one layer of neurons at a time, over all timesteps, so
 * that each layer can be looked at before its neurons exist. Float32, without gradients.
 */
public final class SpikingFront {
  private final List<WeightedLayer> layers;
  private final int repeats;
  private final int timesteps;
  private final List<Tensor> entering = new ArrayList<>();
  private Tensor currents;
  private Firing firing;

  /** Stands before the neurons of the first layer. */
  public SpikingFront(List<WeightedLayer> layers, Tensor images, int timesteps) {
    this(layers, Inputs.once(images), timesteps);
  }

  /**
   * The same with inputs that follow one another.
   *
   * @param timesteps of each input
   */
  public SpikingFront(List<WeightedLayer> layers, Inputs inputs, int timesteps) {
    this.layers = layers;
    this.repeats = timesteps;
    this.timesteps = timesteps * inputs.steps();
    entering.add(inputs.values());
    currents = currents(inputs.steps());
  }

  /**
   * Currents into the neurons ahead: of one timestep an input for the first layer, else of all
   * timesteps one after another along the batch dimension.
   */
  public Tensor currents() {
    return currents;
  }

  /** Lets the neurons ahead fire and goes on to the next layer. */
  public void advance(SpikingNeurons neurons) {
    firing = neurons.fire(currents, timesteps, entering.size() == 1 ? repeats : 1);
    entering.add(firing.spikes());
    currents = currents(timesteps);
  }

  private Tensor currents(int times) {
    return FloatTensors.withoutGradient(
        () ->
            WeightedLayer.currents(layers, entering.size() - 1, entering, Pass.evaluation(times)));
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

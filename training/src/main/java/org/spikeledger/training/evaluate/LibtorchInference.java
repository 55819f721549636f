package org.spikeledger.training.evaluate;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.training.layers.Inputs;
import org.spikeledger.training.layers.SpikingFront;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * One inference in libtorch, float32, with everything that the layers of neurons did. Immutable.
 */
public final class LibtorchInference {
  private final int timesteps;
  private final List<LayerTrace> layers;
  private final float[] logits;

  private LibtorchInference(int timesteps, List<LayerTrace> layers, float[] logits) {
    this.timesteps = timesteps;
    this.layers = List.copyOf(layers);
    this.logits = logits;
  }

  /** Timesteps of the inference. */
  public int timesteps() {
    return timesteps;
  }

  /** The layers of neurons in order, without the output. */
  public List<LayerTrace> layers() {
    return layers;
  }

  /** Output potentials after the last timestep of each input, one a class. */
  public float[] logits() {
    return logits.clone();
  }

  /**
   * Runs one image.
   *
   * @param image 1 x channel x row x column
   */
  public static LibtorchInference run(SpikingNetwork network, Tensor image) {
    return run(network, Inputs.once(image));
  }

  /**
   * Runs one sequence of inputs with potentials carried; its timesteps are those of all steps one
   * after another, its logits those of each step.
   *
   * @param inputs of a batch of one
   */
  public static LibtorchInference run(SpikingNetwork network, Inputs inputs) {
    int timesteps = network.timesteps() * inputs.steps();
    List<LayerTrace> traces = new ArrayList<>();
    try (PointerScope _ = new PointerScope()) {
      SpikingFront front = new SpikingFront(network.layers(), inputs, network.timesteps());
      for (int i = 0; i < network.neurons().size(); i++) {
        SpikingNeurons neurons = network.neurons().get(i);
        front.advance(neurons);
        float[] spikes = memory(front.spikes());
        traces.add(
            new LayerTrace(
                network.layers().get(i).name(),
                spikes.length / timesteps,
                neurons.threshold().item_float(),
                memory(front.potentials()),
                spikes));
      }
      float[] logits = FloatTensors.values(network.outputs(inputs));
      return new LibtorchInference(timesteps, traces, logits);
    }
  }

  /** The index of the largest logit; of equal ones the first. */
  public int prediction() {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }

  // Maps lie in memory by row, column, channel, which is the canonical order.
  private static float[] memory(Tensor tensor) {
    FloatBuffer buffer = FloatTensors.buffer(tensor);
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }
}

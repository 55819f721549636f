package org.spikeledger.tools.bench.rival;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.tools.bench.workload.Workload;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.Libtorch;

/**
 * A workload as the frameworks run it: dense tensors in libtorch, every neuron and synapse in every
 * timestep, one thread, no gradient. The directly encoded input's current is computed once. Used by
 * one thread.
 */
public final class DenseSnn implements AutoCloseable {

  private final PointerScope memory = new PointerScope();
  private final List<DenseLayer> layers = new ArrayList<>();
  private final int timesteps;

  /** Makes the tensors. */
  public DenseSnn(Workload workload) {
    Libtorch.load(1);
    timesteps = workload.timesteps();
    List<Neuron> neurons = workload.neurons();
    for (int i = 0; i < workload.chain().blocks().size(); i++) {
      Neuron neuron = i < neurons.size() ? neurons.get(i) : null;
      layers.add(DenseLayer.of(workload.chain().blocks().get(i), neuron));
    }
  }

  /** An input in libtorch's memory, (1, channels, rows, columns); lives as long as this. */
  public Tensor input(float[] values, long... shape) {
    return FloatTensors.dense(FloatTensors.of(values, shape));
  }

  /** Runs one inference and returns the output's potentials. */
  public float[] run(Tensor input) {
    return FloatTensors.withoutGradient(
        () -> {
          try (PointerScope _ = new PointerScope()) {
            return FloatTensors.values(output(input));
          }
        });
  }

  private Tensor output(Tensor input) {
    Tensor[] potentials = new Tensor[layers.size()];
    Tensor direct = layers.getFirst().current(input);
    for (int t = 0; t < timesteps; t++) {
      Tensor current = direct;
      for (int i = 0; i < layers.size(); i++) {
        DenseLayer layer = layers.get(i);
        potentials[i] = layer.charged(potentials[i], current);
        if (i + 1 < layers.size()) {
          current = layers.get(i + 1).current(layer.fire(potentials[i]));
        }
      }
    }
    return potentials[layers.size() - 1];
  }

  @Override
  public void close() {
    memory.close();
  }
}

package org.spikeledger.training.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * The spiking network: weighted layers with neurons between them, directly encoded input, an output
 * that adds up its currents over all timesteps.
 *
 * <p>A pass goes layer by layer, each over all timesteps at once: nothing feeds back, so this gives
 * what going timestep by timestep would.
 */
public final class SpikingNetwork implements Trainable {
  private final List<WeightedLayer> layers;
  private final List<SpikingNeurons> neurons;
  private final int timesteps;
  private final Precision precision;
  private final double[] rates;
  private long passes;

  /**
   * A network.
   *
   * @param neurons one for every layer but the last
   * @param timesteps of an inference
   * @param precision of products while training
   */
  public SpikingNetwork(
      List<WeightedLayer> layers,
      List<SpikingNeurons> neurons,
      int timesteps,
      Precision precision) {
    this.layers = List.copyOf(layers);
    this.neurons = List.copyOf(neurons);
    this.timesteps = timesteps;
    this.precision = precision;
    rates = new double[neurons.size()];
  }

  /** Weighted layers in order. */
  public List<WeightedLayer> layers() {
    return layers;
  }

  /** One for every layer but the last. */
  public List<SpikingNeurons> neurons() {
    return neurons;
  }

  /** Timesteps of an inference. */
  public int timesteps() {
    return timesteps;
  }

  @Override
  public List<Tensor> parameters() {
    return List.copyOf(state().values());
  }

  @Override
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      String name = layers.get(i).name();
      state.put(name + "_weight", layers.get(i).synapses().weight());
      if (layers.get(i).synapses().bias() != null) {
        state.put(name + "_bias", layers.get(i).synapses().bias());
      }
      if (i < neurons.size()) {
        state.put(name + "_threshold", neurons.get(i).threshold());
        state.put(name + "_leak", neurons.get(i).leak());
      }
    }
    return state;
  }

  @Override
  public StepResult step(Tensor images, Tensor labels) {
    List<Firing> firings = new ArrayList<>();
    Tensor logits = forward(images, new Pass(true, timesteps, precision), firings);
    Tensor loss = torch.cross_entropy(logits, labels);
    loss.backward();
    for (Firing firing : firings.reversed()) {
      firing.backward();
    }
    return StepResult.of(loss, logits, labels);
  }

  @Override
  public void clamp() {
    neurons.forEach(SpikingNeurons::clamp);
  }

  @Override
  public Tensor logits(Tensor images) {
    return FloatTensors.withoutGradient(
        () -> forward(images, Pass.evaluation(timesteps), new ArrayList<>()));
  }

  @Override
  public List<LayerActivity> activity() {
    List<LayerActivity> activity = new ArrayList<>();
    for (int i = 0; i < neurons.size(); i++) {
      activity.add(
          new LayerActivity(
              layers.get(i).name(),
              rates[i] / Math.max(1, passes),
              neurons.get(i).threshold().item_float(),
              neurons.get(i).leak().item_float()));
      rates[i] = 0;
    }
    passes = 0;
    return activity;
  }

  private Tensor forward(Tensor images, Pass pass, List<Firing> firings) {
    Tensor currents = layers.getFirst().currents(images, pass.ofImages());
    for (int i = 0; i < neurons.size(); i++) {
      Firing firing = neurons.get(i).fire(currents, timesteps, i == 0);
      if (pass.training()) {
        firing.spikes().set_requires_grad(true);
      }
      firings.add(firing);
      rates[i] += firing.spikeRate();
      currents = layers.get(i + 1).currents(firing.spikes(), pass);
    }
    passes++;
    return overTimesteps(currents, images.size(0));
  }

  private Tensor overTimesteps(Tensor currents, long batch) {
    if (neurons.isEmpty()) {
      return currents;
    }
    return currents.view(timesteps, batch, currents.size(1)).sum(0);
  }
}

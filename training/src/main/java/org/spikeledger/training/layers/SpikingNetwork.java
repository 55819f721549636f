package org.spikeledger.training.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * The spiking network: weighted layers with neurons between them, directly encoded input, an output
 * that adds up its currents over the timesteps of each input.
 *
 * <p>A pass goes layer by layer, each over all timesteps at once: nothing feeds back, so this gives
 * what going timestep by timestep would. Where inputs follow one another, membrane potentials are
 * carried from each to the next, and the output begins at zero for each.
 *
 * <p>The spike-rate regulariser adds {@code strength * sum over hidden layers of share * spikes per
 * neuron per inference} to the loss, where a layer's share is that of the multiply-accumulates that
 * its spikes feed in the network's. So every spike costs its fan-out, whatever the rate of its
 * layer is, and the sum is the paper's estimate of synaptic operations over the dense ones. Its
 * gradient by a spike is a constant and goes on through the surrogate gradient, which reaches the
 * neurons near their threshold, silent ones too.
 */
public final class SpikingNetwork implements Trainable {
  private final List<WeightedLayer> layers;
  private final List<SpikingNeurons> neurons;
  private final int timesteps;
  private final Precision precision;
  private final double spikePenalty;
  private final GeneratorOptional generator;
  private final double[] rates;
  private final SynapticLoad load = new SynapticLoad();
  private long passes;

  /**
   * A network.
   *
   * @param neurons one for every layer but the last
   * @param timesteps of an inference
   * @param precision of products while training
   * @param spikePenalty strength of the spike-rate regulariser; 0 for none
   */
  public SpikingNetwork(
      List<WeightedLayer> layers,
      List<SpikingNeurons> neurons,
      int timesteps,
      Precision precision,
      double spikePenalty) {
    this(layers, neurons, timesteps, precision, spikePenalty, new GeneratorOptional());
  }

  private SpikingNetwork(
      List<WeightedLayer> layers,
      List<SpikingNeurons> neurons,
      int timesteps,
      Precision precision,
      double spikePenalty,
      GeneratorOptional generator) {
    this.layers = List.copyOf(layers);
    this.neurons = List.copyOf(neurons);
    this.timesteps = timesteps;
    this.precision = precision;
    this.spikePenalty = spikePenalty;
    this.generator = generator;
    rates = new double[neurons.size()];
  }

  /** A network that is not to be trained with a spike-rate regulariser. */
  public SpikingNetwork(
      List<WeightedLayer> layers,
      List<SpikingNeurons> neurons,
      int timesteps,
      Precision precision) {
    this(layers, neurons, timesteps, precision, 0);
  }

  /** The same with other layers and neurons, as many of each. */
  public SpikingNetwork with(List<WeightedLayer> otherLayers, List<SpikingNeurons> otherNeurons) {
    return new SpikingNetwork(
        otherLayers, otherNeurons, timesteps, precision, spikePenalty, generator);
  }

  @Override
  public SpikingNetwork replica(Generator ownGenerator) {
    return new SpikingNetwork(
        layers.stream().map(WeightedLayer::replica).toList(),
        neurons.stream().map(SpikingNeurons::replica).toList(),
        timesteps,
        precision,
        spikePenalty,
        new GeneratorOptional(ownGenerator));
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
    List<Tensor> parameters = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      parameters.addAll(layers.get(i).parameters());
      if (i < neurons.size()) {
        parameters.addAll(List.of(neurons.get(i).threshold(), neurons.get(i).leak()));
      }
    }
    return parameters;
  }

  @Override
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).addTo(state);
      if (i < neurons.size()) {
        String name = layers.get(i).name();
        state.put(name + "_threshold", neurons.get(i).threshold());
        state.put(name + "_leak", neurons.get(i).leak());
      }
    }
    return state;
  }

  @Override
  public <R> R learn(Inputs inputs, Function<Tensor, R> loss) {
    List<Firing> firings = new ArrayList<>();
    Pass pass = Pass.learning(inputs.steps() * timesteps, precision, generator);
    R result = loss.apply(forward(inputs, pass, firings));
    for (int i = neurons.size() - 1; i >= 0; i--) {
      double price = spikePenalty * load.share(i) * timesteps / firings.get(i).spikes().numel();
      firings.get(i).backward(price);
    }
    pass.late().compute();
    return result;
  }

  @Override
  public void clamp() {
    neurons.forEach(SpikingNeurons::clamp);
  }

  @Override
  public Tensor outputs(Inputs inputs, Precision ofProducts) {
    Pass pass = Pass.evaluation(inputs.steps() * timesteps, ofProducts);
    return FloatTensors.withoutGradient(() -> forward(inputs, pass, new ArrayList<>()));
  }

  @Override
  public void observe(Tensor images, double weight) {
    Inputs inputs = Inputs.once(images);
    Pass pass = Pass.observing(timesteps, precision, weight);
    FloatTensors.withoutGradient(() -> forward(inputs, pass, new ArrayList<>()));
  }

  /**
   * Currents of one timestep, float32, without gradients: for whoever keeps the neurons' state.
   *
   * @param layer of weights that no shortcut leads to
   * @param values that enter it
   */
  public Tensor currents(int layer, Tensor values) {
    Pass pass = Pass.evaluation(1);
    return FloatTensors.withoutGradient(() -> layers.get(layer).ownCurrents(values, pass));
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
              neurons.get(i).leak().item_float(),
              load.fedBy(i)));
      rates[i] = 0;
    }
    passes = 0;
    return activity;
  }

  private Tensor forward(Inputs inputs, Pass pass, List<Firing> firings) {
    List<Tensor> entering = new ArrayList<>(List.of(inputs.values()));
    Tensor currents = WeightedLayer.currents(layers, 0, entering, pass.ofImages());
    for (int i = 0; i < neurons.size(); i++) {
      Firing firing = neurons.get(i).fire(currents, pass.timesteps(), i == 0 ? timesteps : 1);
      if (pass.training()) {
        firing.spikes().set_requires_grad(true);
      }
      firings.add(firing);
      rates[i] += firing.spikeRate();
      entering.add(firing.spikes());
      currents = WeightedLayer.currents(layers, i + 1, entering, pass);
      load.note(layers.get(i + 1), i + 1, currents);
    }
    passes++;
    return overTimesteps(currents, inputs);
  }

  private Tensor overTimesteps(Tensor currents, Inputs inputs) {
    if (neurons.isEmpty()) {
      return currents;
    }
    return currents
        .view(inputs.steps(), timesteps, inputs.batch(), currents.size(1))
        .sum(1)
        .flatten(0, 1);
  }
}

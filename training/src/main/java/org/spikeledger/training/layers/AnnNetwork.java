package org.spikeledger.training.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.libtorch.FloatTensors;

/** The ANN that training starts with: weighted layers, normalised where asked for, and ReLU. */
public final class AnnNetwork implements Trainable {
  private final List<WeightedLayer> layers;
  private final Precision precision;
  private final GeneratorOptional generator;

  /** A network. */
  public AnnNetwork(List<WeightedLayer> layers, Precision precision) {
    this(layers, precision, new GeneratorOptional());
  }

  private AnnNetwork(List<WeightedLayer> layers, Precision precision, GeneratorOptional generator) {
    this.layers = List.copyOf(layers);
    this.precision = precision;
    this.generator = generator;
  }

  @Override
  public AnnNetwork replica(Generator ownGenerator) {
    return new AnnNetwork(
        layers.stream().map(WeightedLayer::replica).toList(),
        precision,
        new GeneratorOptional(ownGenerator));
  }

  /**
   * An untrained network of these layers.
   *
   * @param batchNormalisation whether the currents of every layer but the last are normalised
   */
  public static AnnNetwork initial(
      List<WeightedLayer> layers, boolean batchNormalisation, Precision precision) {
    List<WeightedLayer> normalised = new ArrayList<>(layers);
    for (int i = 0; batchNormalisation && i < layers.size() - 1; i++) {
      normalised.set(i, layers.get(i).normalised());
    }
    return new AnnNetwork(normalised, precision);
  }

  /** Weighted layers in order. */
  public List<WeightedLayer> layers() {
    return layers;
  }

  @Override
  public List<Tensor> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  @Override
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    layers.forEach(layer -> layer.addTo(state));
    return state;
  }

  /** As of any network; an ANN carries nothing from step to step. */
  @Override
  public <R> R learn(Inputs inputs, Function<Tensor, R> loss) {
    Pass pass = Pass.learning(1, precision, generator);
    R result = loss.apply(forward(inputs.values(), pass));
    pass.late().compute();
    return result;
  }

  @Override
  public void clamp() {
    // Nothing in an ANN has a range.
  }

  @Override
  public Tensor outputs(Inputs inputs, Precision ofProducts) {
    Pass pass = Pass.evaluation(1, ofProducts);
    return FloatTensors.withoutGradient(() -> forward(inputs.values(), pass));
  }

  @Override
  public void observe(Tensor images, double weight) {
    Pass pass = Pass.observing(1, precision, weight);
    FloatTensors.withoutGradient(() -> forward(images, pass));
  }

  @Override
  public List<LayerActivity> activity() {
    return List.of();
  }

  private Tensor forward(Tensor images, Pass pass) {
    List<Tensor> entering = new ArrayList<>(List.of(images));
    for (int i = 0; i < layers.size() - 1; i++) {
      entering.add(torch.relu(currents(i, entering, pass)));
    }
    return currents(layers.size() - 1, entering, pass);
  }

  private Tensor currents(int index, List<Tensor> entering, Pass pass) {
    return WeightedLayer.currents(layers, index, entering, index == 0 ? pass.ofImages() : pass);
  }
}

package org.spikeledger.training.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.libtorch.FloatTensors;

/** The ANN that training starts with: weighted layers, normalisation where asked for, ReLU. */
public final class AnnNetwork implements Trainable {
  private final List<WeightedLayer> layers;
  private final List<BatchNormalisation> normalisations;
  private final Precision precision;

  /**
   * A network.
   *
   * @param normalisations one for every layer but the last, or none at all
   */
  public AnnNetwork(
      List<WeightedLayer> layers, List<BatchNormalisation> normalisations, Precision precision) {
    this.layers = List.copyOf(layers);
    this.normalisations = List.copyOf(normalisations);
    this.precision = precision;
  }

  /** An untrained network of these layers. */
  public static AnnNetwork initial(
      List<WeightedLayer> layers, boolean batchNormalisation, Precision precision) {
    List<BatchNormalisation> normalisations = new ArrayList<>();
    if (batchNormalisation) {
      for (WeightedLayer layer : layers.subList(0, layers.size() - 1)) {
        normalisations.add(BatchNormalisation.initial((int) layer.synapses().weight().size(0)));
      }
    }
    return new AnnNetwork(layers, normalisations, precision);
  }

  /** Weighted layers in order. */
  public List<WeightedLayer> layers() {
    return layers;
  }

  /** One for every layer but the last, or none at all. */
  public List<BatchNormalisation> normalisations() {
    return normalisations;
  }

  @Override
  public List<Tensor> parameters() {
    List<Tensor> parameters = new ArrayList<>();
    for (WeightedLayer layer : layers) {
      parameters.add(layer.synapses().weight());
      if (layer.synapses().bias() != null) {
        parameters.add(layer.synapses().bias());
      }
    }
    for (BatchNormalisation normalisation : normalisations) {
      parameters.add(normalisation.scale());
      parameters.add(normalisation.shift());
    }
    return parameters;
  }

  @Override
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      String name = layers.get(i).name();
      state.put(name + "_weight", layers.get(i).synapses().weight());
      if (i < normalisations.size()) {
        BatchNormalisation normalisation = normalisations.get(i);
        state.put(name + "_scale", normalisation.scale());
        state.put(name + "_shift", normalisation.shift());
        state.put(name + "_mean", normalisation.runningMean());
        state.put(name + "_variance", normalisation.runningVariance());
      }
    }
    return state;
  }

  @Override
  public StepResult step(Tensor images, Tensor labels) {
    Tensor logits = forward(images, new Pass(true, 1, precision));
    Tensor loss = torch.cross_entropy(logits, labels);
    loss.backward();
    return StepResult.of(loss, logits, labels);
  }

  @Override
  public void clamp() {
    // Nothing in an ANN has a range.
  }

  @Override
  public Tensor logits(Tensor images) {
    return FloatTensors.withoutGradient(() -> forward(images, Pass.evaluation(1)));
  }

  @Override
  public List<LayerActivity> activity() {
    return List.of();
  }

  private Tensor forward(Tensor images, Pass pass) {
    Tensor values = images;
    for (int i = 0; i < layers.size(); i++) {
      values = layers.get(i).currents(values, i == 0 ? pass.ofImages() : pass);
      if (i < normalisations.size()) {
        values = normalisations.get(i).apply(values, pass.training());
      }
      if (i < layers.size() - 1) {
        values = torch.relu(values);
      }
    }
    return values;
  }
}

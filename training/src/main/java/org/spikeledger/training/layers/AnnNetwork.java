package org.spikeledger.training.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.libtorch.FloatTensors;

/** The ANN that training starts with: weighted layers, normalisation where asked for, ReLU. */
public final class AnnNetwork implements Trainable {
  private final List<WeightedLayer> layers;
  private final List<LayerNormalisation> normalisations;
  private final Precision precision;

  /**
   * A network.
   *
   * @param normalisations one for every layer but the last, or none at all
   */
  public AnnNetwork(
      List<WeightedLayer> layers, List<LayerNormalisation> normalisations, Precision precision) {
    this.layers = List.copyOf(layers);
    this.normalisations = List.copyOf(normalisations);
    this.precision = precision;
  }

  /** An untrained network of these layers. */
  public static AnnNetwork initial(
      List<WeightedLayer> layers, boolean batchNormalisation, Precision precision) {
    List<LayerNormalisation> normalisations = new ArrayList<>();
    if (batchNormalisation) {
      for (WeightedLayer layer : layers.subList(0, layers.size() - 1)) {
        normalisations.add(LayerNormalisation.initial(layer));
      }
    }
    return new AnnNetwork(layers, normalisations, precision);
  }

  /** Weighted layers in order. */
  public List<WeightedLayer> layers() {
    return layers;
  }

  /** One for every layer but the last, or none at all. */
  public List<LayerNormalisation> normalisations() {
    return normalisations;
  }

  @Override
  public List<Tensor> parameters() {
    List<Tensor> parameters = new ArrayList<>();
    for (WeightedLayer layer : layers) {
      parameters.addAll(layer.synapses().parameters());
      if (layer.hasProjection()) {
        parameters.addAll(layer.shortcut().projection().parameters());
      }
    }
    normalisations.forEach(normalisation -> parameters.addAll(normalisation.parameters()));
    return parameters;
  }

  @Override
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      WeightedLayer layer = layers.get(i);
      layer.synapses().addTo(state, layer.name());
      if (layer.hasProjection()) {
        layer.shortcut().projection().addTo(state, layer.shortcutName());
      }
      if (i < normalisations.size()) {
        normalisations.get(i).addTo(state, layer);
      }
    }
    return state;
  }

  /** As of any network; an ANN carries nothing from step to step. */
  @Override
  public <R> R learn(Inputs inputs, Function<Tensor, R> loss) {
    return loss.apply(forward(inputs.values(), new Pass(true, 1, precision)));
  }

  @Override
  public void clamp() {
    // Nothing in an ANN has a range.
  }

  @Override
  public Tensor outputs(Inputs inputs) {
    return FloatTensors.withoutGradient(() -> forward(inputs.values(), Pass.evaluation(1)));
  }

  @Override
  public List<LayerActivity> activity() {
    return List.of();
  }

  private Tensor forward(Tensor images, Pass pass) {
    List<Tensor> entering = new ArrayList<>(List.of(images));
    for (int i = 0; i < layers.size() - 1; i++) {
      entering.add(torch.relu(currents(i, entering, i == 0 ? pass.ofImages() : pass)));
    }
    int last = layers.size() - 1;
    return currents(last, entering, last == 0 ? pass.ofImages() : pass);
  }

  private Tensor currents(int index, List<Tensor> entering, Pass pass) {
    if (index >= normalisations.size()) {
      return WeightedLayer.currents(layers, index, entering, pass);
    }
    WeightedLayer layer = layers.get(index);
    LayerNormalisation normalisation = normalisations.get(index);
    Tensor own =
        normalisation
            .currents()
            .apply(layer.ownCurrents(entering.get(index), pass), pass.training());
    if (layer.shortcut() == null) {
      return own;
    }
    int from = layer.shortcut().layer();
    Tensor carried = layer.shortcut().currents(layers.get(from), entering.get(from), pass);
    return own.add(
        normalisation.shortcut() == null
            ? carried
            : normalisation.shortcut().apply(carried, pass.training()));
  }
}

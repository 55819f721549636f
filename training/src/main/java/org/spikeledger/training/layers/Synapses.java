package org.spikeledger.training.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.libtorch.FloatTensors;

/** The weights between two layers of neurons: what turns their values into currents. */
public sealed interface Synapses {

  /** Weights, the target channel or unit first. */
  Tensor weight();

  /** One a target channel or unit; null where the layer has none. */
  Tensor bias();

  /** The same kind of synapses with other numbers. */
  Synapses with(Tensor weight, Tensor bias);

  /** The same values, always, with gradients of their own. */
  default Synapses replica() {
    return with(FloatTensors.twin(weight()), FloatTensors.twin(bias()));
  }

  /** Weighted sums, float32. */
  Tensor currents(Tensor input, Pass pass);

  /** What is learned: weights, the bias where there is one, and what normalises. */
  default List<Tensor> parameters() {
    return bias() == null ? List.of(weight()) : List.of(weight(), bias());
  }

  /** Puts all that they consist of into a network's state. */
  default void addTo(Map<String, Tensor> state, String name) {
    state.put(name + "_weight", weight());
    if (bias() != null) {
      state.put(name + "_bias", bias());
    }
  }

  /**
   * Multiply-accumulates of one dense pass over one image.
   *
   * @param currents that these synapses gave, for any number of images
   */
  default long multiplyAccumulates(Tensor currents) {
    long positions = currents.dim() == 4 ? currents.size(2) * currents.size(3) : 1;
    return weight().numel() * positions;
  }

  private static TensorOptional optionalBias(Tensor bias, Pass pass) {
    return bias == null ? new TensorOptional() : new TensorOptional(pass.lowered(bias));
  }

  /**
   * A convolution over maps.
   *
   * @param weight target channel x source channel x kernel row x kernel column
   * @param bias one a target channel, or null
   * @param stride in pixels
   * @param padding zeros on every side
   */
  record Convolution(Tensor weight, Tensor bias, int stride, int padding) implements Synapses {
    @Override
    public Convolution with(Tensor otherWeight, Tensor otherBias) {
      return new Convolution(otherWeight, otherBias, stride, padding);
    }

    @Override
    public Tensor currents(Tensor input, Pass pass) {
      // Weights by row, column, channel make libtorch work in that order. In the other one, this
      // build's gradient by the input takes over NaN from memory that it should only overwrite.
      Tensor lowered = pass.lowered(input);
      if (SmallMaps.pay(lowered, stride, pass)) {
        return pass.raised(
            SmallMaps.currents(lowered, weight, optionalBias(bias, pass), padding, pass));
      }
      return pass.raised(
          torch.conv2d(
              lowered,
              FloatTensors.dense(pass.lowered(weight)),
              optionalBias(bias, pass),
              new long[] {stride, stride},
              new long[] {padding, padding},
              new long[] {1, 1},
              1));
    }
  }

  /**
   * Every source to every target.
   *
   * @param weight target x source
   * @param bias one a target, or null
   */
  record Linear(Tensor weight, Tensor bias) implements Synapses {
    @Override
    public Linear with(Tensor otherWeight, Tensor otherBias) {
      return new Linear(otherWeight, otherBias);
    }

    @Override
    public Tensor currents(Tensor input, Pass pass) {
      return pass.raised(
          torch.linear(pass.lowered(input), pass.lowered(weight), optionalBias(bias, pass)));
    }
  }

  /**
   * Others whose currents are normalised.
   *
   * @param own what turns values into currents
   * @param normalisation of these currents
   */
  record Normalised(Synapses own, BatchNormalisation normalisation) implements Synapses {
    @Override
    public Tensor weight() {
      return own.weight();
    }

    @Override
    public Tensor bias() {
      return own.bias();
    }

    @Override
    public Normalised with(Tensor otherWeight, Tensor otherBias) {
      return new Normalised(own.with(otherWeight, otherBias), normalisation);
    }

    @Override
    public Normalised replica() {
      return new Normalised(own.replica(), normalisation.replica());
    }

    @Override
    public List<Tensor> parameters() {
      List<Tensor> parameters = new ArrayList<>(own.parameters());
      parameters.add(normalisation.scale());
      parameters.add(normalisation.shift());
      return parameters;
    }

    @Override
    public void addTo(Map<String, Tensor> state, String name) {
      own.addTo(state, name);
      normalisation.addTo(state, name);
    }

    @Override
    public Tensor currents(Tensor input, Pass pass) {
      return normalisation.apply(own.currents(input, pass), pass.statisticsWeight());
    }
  }
}

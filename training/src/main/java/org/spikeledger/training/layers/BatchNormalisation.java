package org.spikeledger.training.layers;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Normalises currents per channel over a batch, then scales and shifts them (Ioffe and Szegedy
 * 2015).
 *
 * @param scale learned, one a channel
 * @param shift learned, one a channel
 * @param runningMean of the currents, updated while training
 * @param runningVariance of the currents, updated while training
 */
public record BatchNormalisation(
    Tensor scale, Tensor shift, Tensor runningMean, Tensor runningVariance) {
  /** Added to the variance before its root is taken. */
  public static final double EPSILON = 1e-5;

  /** A normalisation that has seen nothing yet. */
  public static BatchNormalisation initial(int channels) {
    return new BatchNormalisation(
        FloatTensors.parameter(torch.ones(channels)),
        FloatTensors.parameter(torch.zeros(channels)),
        torch.zeros(channels),
        torch.ones(channels));
  }

  /**
   * The same scale and shift, always, with gradients of their own; what it sees of the currents
   * stays its own too.
   */
  BatchNormalisation replica() {
    return new BatchNormalisation(
        FloatTensors.twin(scale),
        FloatTensors.twin(shift),
        runningMean.clone(),
        runningVariance.clone());
  }

  /** Puts it into a network's state. */
  void addTo(Map<String, Tensor> state, String name) {
    state.put(name + "_scale", scale);
    state.put(name + "_shift", shift);
    state.put(name + "_mean", runningMean);
    state.put(name + "_variance", runningVariance);
  }

  /**
   * Normalised currents.
   *
   * @param statisticsWeight what the statistics of these currents, which then normalise them, weigh
   *     among the running ones; 0 where the running ones normalise
   */
  public Tensor apply(Tensor currents, double statisticsWeight) {
    return torch.batch_norm(
        currents,
        new TensorOptional(scale),
        new TensorOptional(shift),
        new TensorOptional(runningMean),
        new TensorOptional(runningVariance),
        statisticsWeight > 0,
        statisticsWeight,
        EPSILON,
        false);
  }
}

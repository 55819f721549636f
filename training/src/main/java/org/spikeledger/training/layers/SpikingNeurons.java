package org.spikeledger.training.layers;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.kernel.NeuronGradient;
import org.spikeledger.training.kernel.SpikingKernel;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * A layer of leaky integrate-and-fire neurons with one threshold and one leak, both learned.
 *
 * @param threshold one value, at least {@link #SMALLEST_THRESHOLD}
 * @param leak one value in [0, 1]
 * @param surrogateScale height of the surrogate gradient
 */
public record SpikingNeurons(Tensor threshold, Tensor leak, double surrogateScale) {
  /** No threshold is below this. */
  public static final double SMALLEST_THRESHOLD = 1e-3;

  /** Neurons with given values. */
  public static SpikingNeurons of(float threshold, float leak, double surrogateScale) {
    return new SpikingNeurons(
        FloatTensors.parameter(FloatTensors.scalar(threshold)),
        FloatTensors.parameter(FloatTensors.scalar(leak)),
        surrogateScale);
  }

  /**
   * Runs the neurons over all timesteps.
   *
   * @param currents of all timesteps one after another along the batch dimension
   * @param timesteps how many there are
   * @param repeats successive timesteps that each current serves; divides the timesteps
   */
  Firing fire(Tensor currents, int timesteps, int repeats) {
    return Firing.of(this, currents, timesteps, repeats);
  }

  SpikingKernel kernel(int timesteps, int repeats, long valuesPerTimestep) {
    return new SpikingKernel(
        leak.item_float(),
        threshold.item_float(),
        timesteps,
        repeats,
        Math.toIntExact(valuesPerTimestep));
  }

  /** Adds to the gradients of the two parameters. */
  void accumulate(NeuronGradient gradient) {
    FloatTensors.backward(threshold, FloatTensors.scalar((float) gradient.byThreshold()));
    FloatTensors.backward(leak, FloatTensors.scalar((float) gradient.byLeak()));
  }

  /** The same neurons with a threshold that is so many times as high, and yet to be learned. */
  public SpikingNeurons withThresholdScaled(float scale) {
    return new SpikingNeurons(
        FloatTensors.parameter(FloatTensors.scalar(scale * threshold.item_float())),
        leak,
        surrogateScale);
  }

  /** The same neurons with a leak that is yet to be learned. */
  public SpikingNeurons leaking(float initialLeak) {
    return new SpikingNeurons(
        threshold, FloatTensors.parameter(FloatTensors.scalar(initialLeak)), surrogateScale);
  }

  /** The same threshold and leak, always, with gradients of their own. */
  SpikingNeurons replica() {
    return new SpikingNeurons(
        FloatTensors.twin(threshold), FloatTensors.twin(leak), surrogateScale);
  }

  /** Brings both parameters back into their range. */
  void clamp() {
    clamp(threshold, SMALLEST_THRESHOLD, Float.MAX_VALUE);
    clamp(leak, 0, 1);
  }

  private static void clamp(Tensor parameter, double lowest, double highest) {
    torch.clamp_(
        parameter.detach(),
        new ScalarOptional(new Scalar((float) lowest)),
        new ScalarOptional(new Scalar((float) highest)));
  }
}

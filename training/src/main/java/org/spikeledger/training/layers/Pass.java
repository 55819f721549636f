package org.spikeledger.training.layers;

import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.spikeledger.training.config.Precision;

/**
 * How one forward pass runs.
 *
 * @param training whether dropout acts and gradients are wanted
 * @param timesteps that lie one after another along the batch dimension
 * @param precision of products
 * @param generator of all that is random; empty for libtorch's own
 * @param statisticsWeight what the statistics of the batch, which then normalise it, weigh among
 *     the running ones; 0 where the running ones normalise
 * @param late gradients that are worked out after the walk back
 */
public record Pass(
    boolean training,
    int timesteps,
    Precision precision,
    GeneratorOptional generator,
    double statisticsWeight,
    LateGradients late) {
  private static final double USUAL_WEIGHT = 0.1;

  /** A pass that learns. */
  public static Pass learning(int timesteps, Precision precision, GeneratorOptional generator) {
    return new Pass(true, timesteps, precision, generator, USUAL_WEIGHT, new LateGradients());
  }

  /** A pass that learns with what is random drawn by libtorch's own generator. */
  public static Pass learning(int timesteps, Precision precision) {
    return learning(timesteps, precision, new GeneratorOptional());
  }

  /** A pass of an evaluation: float32, nothing random. */
  public static Pass evaluation(int timesteps) {
    return evaluation(timesteps, Precision.FLOAT32);
  }

  /** A pass in which nothing is random and nothing learns. */
  public static Pass evaluation(int timesteps, Precision precision) {
    return observing(timesteps, precision, 0);
  }

  /** A pass in which nothing is random and the running statistics alone learn. */
  public static Pass observing(int timesteps, Precision precision, double statisticsWeight) {
    return new Pass(
        false,
        timesteps,
        precision,
        new GeneratorOptional(),
        statisticsWeight,
        new LateGradients());
  }

  /** The same pass with every value in float32. */
  Pass inFloat32() {
    return new Pass(training, timesteps, Precision.FLOAT32, generator, statisticsWeight, late);
  }

  /**
   * The same pass for the layer that takes images: their values need more than bfloat16's 8 bits,
   * and this build of libtorch is wrong in bfloat16 for a single channel.
   */
  Pass ofImages() {
    return new Pass(training, 1, Precision.FLOAT32, generator, statisticsWeight, late);
  }

  Tensor lowered(Tensor tensor) {
    return precision == Precision.BFLOAT16 ? tensor.to(ScalarType.BFloat16) : tensor;
  }

  Tensor raised(Tensor tensor) {
    return precision == Precision.BFLOAT16 ? tensor.to(ScalarType.Float) : tensor;
  }
}

package org.spikeledger.tools.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A line of a training's metrics log.
 *
 * @param stage its name
 * @param timesteps T; 0 for the ANN
 * @param epoch from 1; 0 is the network as the stage received it
 * @param loss mean cross-entropy, in nats
 * @param trainAccuracy 0..1
 * @param testAccuracy 0..1
 * @param imagesPerSecond while training
 * @param seconds for training and evaluation
 * @param layers over the test images
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrainingEpoch(
    String stage,
    int timesteps,
    int epoch,
    double loss,
    double trainAccuracy,
    double testAccuracy,
    double imagesPerSecond,
    double seconds,
    List<Layer> layers) {

  /** Copies the list. */
  public TrainingEpoch {
    layers = layers == null ? List.of() : List.copyOf(layers);
  }

  /**
   * A layer of spiking neurons.
   *
   * @param name of the weighted layer before the neurons
   * @param spikeRate spikes per neuron per timestep
   * @param threshold of all neurons of the layer
   * @param leak of all neurons of the layer
   * @param multiplyAccumulatesFed by its spikes in a dense pass; 0 where the log does not say
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Layer(
      String name, double spikeRate, double threshold, double leak, long multiplyAccumulatesFed) {}

  boolean isSpiking() {
    return timesteps > 0 && !layers.isEmpty();
  }

  /**
   * Spikes per neuron per inference, a mean over the layers weighted by the multiply-accumulates
   * that each feeds; NaN where the log does not say these.
   */
  double weightedSpikeRate() {
    double fed = 0;
    double spikes = 0;
    for (Layer layer : layers) {
      fed += layer.multiplyAccumulatesFed();
      spikes += layer.spikeRate() * layer.multiplyAccumulatesFed();
    }
    return fed == 0 ? Double.NaN : timesteps * spikes / fed;
  }
}

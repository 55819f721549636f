package org.spikeledger.models.graph;

import java.util.List;
import org.spikeledger.models.BadInputException;

/**
 * How an image's bytes become the analog input of a directly encoded network, a channel: {@code
 * (byte / 255 - mean) / standardDeviation}, computed in double and rounded to float32 once.
 *
 * @param mean one a channel
 * @param standardDeviation one a channel, above 0
 */
public record Normalisation(List<Double> mean, List<Double> standardDeviation) {

  /** Checks that both lists speak of the same channels. */
  public Normalisation {
    mean = List.copyOf(mean);
    standardDeviation = List.copyOf(standardDeviation);
    if (mean.isEmpty() || mean.size() != standardDeviation.size()) {
      throw new BadInputException(
          "a normalisation needs a mean and a standard deviation a channel: means="
              + mean.size()
              + " standardDeviations="
              + standardDeviation.size());
    }
    for (double each : standardDeviation) {
      if (!(each > 0) || !Double.isFinite(each)) {
        throw new BadInputException(
            "a standard deviation must be finite and above 0: standardDeviation=" + each);
      }
    }
  }

  /** The analog value of a byte (0..255) of a channel. */
  public float value(int channel, int unsignedByte) {
    return (float) ((unsignedByte / 255.0 - mean.get(channel)) / standardDeviation.get(channel));
  }

  /** The number of channels. */
  public int channels() {
    return mean.size();
  }
}

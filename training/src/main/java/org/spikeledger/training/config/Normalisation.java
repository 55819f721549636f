package org.spikeledger.training.config;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Collections;
import java.util.List;

/**
 * Turns a pixel 0..255 into a current: {@code (pixel / 255 - mean) / standardDeviation}, computed
 * in double and rounded once to float32. In JSON one number serves all channels, a list has one a
 * channel.
 *
 * @param mean subtracted, on the scale 0..1
 * @param standardDeviation divides, positive
 */
public record Normalisation(
    @JsonFormat(
            with = {
              JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
              JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
            })
        List<Double> mean,
    @JsonFormat(
            with = {
              JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
              JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
            })
        List<Double> standardDeviation) {

  /** Copies the lists; refuses a deviation that is not positive and lists of unequal length. */
  public Normalisation {
    mean = List.copyOf(mean);
    standardDeviation = List.copyOf(standardDeviation);
    Rules.require(
        !mean.isEmpty() && mean.size() == standardDeviation.size(),
        "there are as many means as deviations, at least one",
        "normalisation.mean",
        mean);
    Rules.require(
        standardDeviation.stream().allMatch(each -> each > 0),
        "the deviation is positive",
        "normalisation.standardDeviation",
        standardDeviation);
  }

  /**
   * The same for every channel of an image.
   *
   * @throws org.spikeledger.models.BadInputException where there is neither one value nor one a
   *     channel
   */
  public org.spikeledger.models.graph.Normalisation ofChannels(int channels) {
    Rules.require(
        mean.size() == 1 || mean.size() == channels,
        "there is one mean, or one a channel of the images",
        "normalisation.mean",
        mean);
    return new org.spikeledger.models.graph.Normalisation(
        each(mean, channels), each(standardDeviation, channels));
  }

  private static List<Double> each(List<Double> values, int channels) {
    return values.size() == channels ? values : Collections.nCopies(channels, values.getFirst());
  }
}

package org.spikeledger.simulator.profile;

import java.util.Set;
import org.spikeledger.models.BadInputException;

/**
 * What a profile looks at.
 *
 * @param annImages how many of the first images the ANN is run on, at least 0
 * @param rasterSample the place in the dataset of the image whose spikes are drawn, at least 0
 * @param rasterLayers whose spikes are drawn; empty means all
 */
public record ProfileSettings(int annImages, long rasterSample, Set<String> rasterLayers) {

  /** Checks the numbers. */
  public ProfileSettings {
    rasterLayers = Set.copyOf(rasterLayers);
    if (annImages < 0 || rasterSample < 0) {
      throw new BadInputException(
          "numbers of images are at least 0: annImages=%d sample=%d"
              .formatted(annImages, rasterSample));
    }
  }
}

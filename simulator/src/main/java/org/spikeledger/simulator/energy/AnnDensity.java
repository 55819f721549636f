package org.spikeledger.simulator.energy;

import java.util.Map;
import org.spikeledger.models.BadInputException;

/**
 * The ANN's own zeros: for each layer the share of its dense operations whose activation is not
 * zero, as a mean an inference.
 *
 * @param shares by layer name, 0..1; a layer that is not named counts as dense
 * @param source how it was measured, in words
 */
public record AnnDensity(Map<String, Double> shares, String source) {

  /** Nothing is known: every operation is charged. */
  static final AnnDensity DENSE = new AnnDensity(Map.of(), "not counted");

  /** Checks the shares. */
  public AnnDensity {
    shares = Map.copyOf(shares);
    shares.forEach(
        (layer, share) -> {
          if (!(share >= 0 && share <= 1)) {
            throw new BadInputException(
                "a share lies in 0..1: share=%s layer=%s".formatted(share, layer));
          }
        });
  }

  double share(String layer) {
    return shares.getOrDefault(layer, 1.0);
  }
}

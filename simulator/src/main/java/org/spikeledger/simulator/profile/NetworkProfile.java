package org.spikeledger.simulator.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run looked like beyond its counters.
 *
 * @param inferences how many were watched
 * @param timesteps T
 * @param layers that fire, in topological order
 * @param connections layer by layer
 * @param annAgainstSnn one a layer that fires; empty where the ANN was not run
 * @param annImages images that the ANN was run on
 * @param whyNoAnn why the ANN was not run, in words; empty where it was
 * @param annDensities by layer the share of dense operations whose activation in the unclipped ANN
 *     is not zero
 * @param rasters of the chosen layers
 * @param footprint of the network
 */
public record NetworkProfile(
    long inferences,
    int timesteps,
    List<LayerSpikes> layers,
    List<ConnectionActivity> connections,
    List<AnnAgainstSnn> annAgainstSnn,
    int annImages,
    Optional<String> whyNoAnn,
    Map<String, Double> annDensities,
    List<Raster> rasters,
    Footprint footprint) {

  /** Copies what can change. */
  public NetworkProfile {
    layers = List.copyOf(layers);
    connections = List.copyOf(connections);
    annAgainstSnn = List.copyOf(annAgainstSnn);
    annDensities = Map.copyOf(annDensities);
    rasters = List.copyOf(rasters);
  }
}

package org.spikeledger.simulator.run;

import java.util.List;
import java.util.OptionalDouble;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;

/**
 * What a whole run gave.
 *
 * @param network its name as the user gave it
 * @param fingerprint 64 hexadecimal digits that name network, parameters and rules
 * @param digest 64 hexadecimal digits over all inferences in dataset order
 * @param dataset its name as the user gave it
 * @param samples inferences run
 * @param timesteps T
 * @param precision {@code float32} or {@code int8}
 * @param engine {@code event} or {@code reference}
 * @param kernel the kernel that ran, never {@code auto}
 * @param threads simulating threads
 * @param parallelism what they did at the same time
 * @param accuracy share of labelled inputs whose prediction was right; empty where none is labelled
 * @param accuracyStandardError of that share
 * @param wallSeconds from the first inference to the last
 * @param counts summed over all inferences
 * @param layers what the graph says of each layer
 * @param spikes one a layer
 * @param operations how far their means are known
 */
public record RunSummary(
    String network,
    String fingerprint,
    String digest,
    String dataset,
    long samples,
    int timesteps,
    String precision,
    String engine,
    String kernel,
    int threads,
    Parallelism parallelism,
    OptionalDouble accuracy,
    OptionalDouble accuracyStandardError,
    double wallSeconds,
    Counts counts,
    List<LayerFacts> layers,
    List<SpikeStatistics> spikes,
    OperationStatistics operations) {

  /** Copies what can change. */
  public RunSummary {
    layers = List.copyOf(layers);
    spikes = List.copyOf(spikes);
  }

  /** Neurons of all layers that fire; integrators do not. */
  public long spikingNeurons() {
    return layers.stream()
        .filter(LayerFacts::fires)
        .mapToLong(each -> each.layer().neurons())
        .sum();
  }

  /** Multiply-accumulates of one dense pass through all layers. */
  public long denseOperations() {
    return layers.stream().mapToLong(LayerFacts::denseOperations).sum();
  }
}

package org.spikeledger.tools.bench.workload;

import java.util.List;

/**
 * What a workload does, counted by our engine; mean an image.
 *
 * @param workload its name
 * @param timesteps of an inference
 * @param inputEvents events of the input over all timesteps
 * @param accumulates synapses crossed by single spikes
 * @param multiplyAccumulates synapses crossed by pooled and by directly encoded events
 * @param directMultiplyAccumulates the part of the directly encoded input, once an inference
 * @param layers in order, without the output
 */
public record WorkloadFacts(
    String workload,
    int timesteps,
    double inputEvents,
    double accumulates,
    double multiplyAccumulates,
    double directMultiplyAccumulates,
    List<LayerActivity> layers) {

  /** Copies the list. */
  public WorkloadFacts {
    layers = List.copyOf(layers);
  }

  /** Builds the workload, runs each input once and counts. */
  public static WorkloadFacts of(NamedWorkload named) {
    return new FactsCounter(named.key(), named.make()).count();
  }
}

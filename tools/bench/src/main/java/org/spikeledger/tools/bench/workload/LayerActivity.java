package org.spikeledger.tools.bench.workload;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a layer of a workload fires, mean over its inputs.
 *
 * @param layer its name
 * @param neurons how many there are
 * @param spikesPerNeuronPerTimestep its spike rate
 * @param densityAfterPool the share of values that are not zero behind the pool that follows; null
 *     where none follows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayerActivity(
    String layer, int neurons, double spikesPerNeuronPerTimestep, Double densityAfterPool) {}

package org.spikeledger.traces.format;

import org.spikeledger.simulator.engine.InferenceRecord;

/**
 * One inference as it stands in a trace. Valid until its reader reads the next one.
 *
 * @param record input, spikes, counters, output and the digest that was recorded
 * @param label the input's class, or -1
 * @param place of its frame
 * @param bytes of its message
 * @param inputBytes of these, the input's section
 * @param spikeBytes of these, the spikes' section
 * @param counterBytes of these, the counters' section
 */
public record TracedInference(
    InferenceRecord record,
    int label,
    Place place,
    int bytes,
    int inputBytes,
    int spikeBytes,
    int counterBytes) {}

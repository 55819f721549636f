package org.spikeledger.tools.cli.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What one inference gave, in brief.
 *
 * @param index its place in the dataset
 * @param label its class, or -1 where it is not known
 * @param prediction the class with the largest output potential
 * @param digest 64 hexadecimal digits
 * @param spikes by layer, over all timesteps
 */
@JsonPropertyOrder({"index", "label", "prediction", "digest", "spikes"})
record SampleResult(
    long index, int label, int prediction, String digest, Map<String, Long> spikes) {}

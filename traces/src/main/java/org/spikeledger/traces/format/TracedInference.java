package org.spikeledger.traces.format;

import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.engine.InferenceRecord;

/**
 * One inference as it stands in a trace. Valid until its reader reads the next one.
 *
 * @param record input, spikes, counters, output, potentials and the digest that was recorded; its
 *     input is null where the trace keeps only digests of inputs
 * @param keptDigest the digest of the encoded input where only that is kept, else null
 * @param label the input's class, or -1
 * @param place of its frame
 * @param bytes of its message
 * @param inputBytes of these, the input's section
 * @param spikeBytes of these, the spikes' section
 * @param counterBytes of these, the counters' section
 * @param potentialBytes of these, the potentials' section
 */
@SuppressWarnings("ArrayRecordComponent")
public record TracedInference(
    InferenceRecord record,
    byte[] keptDigest,
    int label,
    Place place,
    int bytes,
    int inputBytes,
    int spikeBytes,
    int counterBytes,
    int potentialBytes) {

  /** The digest of the encoded input, 32 bytes. */
  public byte[] inputDigest() {
    return keptDigest == null ? record.input().digest() : keptDigest;
  }

  /**
   * The input, for running it again.
   *
   * @throws org.spikeledger.models.BadInputException where the trace keeps only its digest
   */
  public EncodedInput input() {
    if (record.input() == null) {
      throw place.refuse("inputs that are run again stand in the trace, not only their digests:");
    }
    return record.input();
  }
}

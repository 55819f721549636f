package org.spikeledger.traces.format;

import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.engine.InferenceRecord;

/**
 * What a run store remembers of an inference: all but its spikes.
 *
 * @param digest of the inference, 32 bytes
 * @param counters by timestep and layer; not to be changed
 * @param output the output's potentials after the last timestep, in canonical order
 * @param trace the file that the whole inference was recorded in, or empty
 * @param inference its number there, from 0, or -1
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredResult(
    byte[] digest, Counters counters, float[] output, String trace, long inference) {

  /**
   * Puts the result into a record, whose spikes stay incomplete.
   *
   * @param sample the input's place in its dataset
   * @throws BadInputException if the record is of another shape
   */
  public void fill(InferenceRecord record, long sample, EncodedInput input) {
    Counters target = record.counters();
    if (target.layers() != counters.layers()
        || target.timesteps() != counters.timesteps()
        || record.output().length != output.length) {
      throw new BadInputException(
          "a stored result is of the network's shape: layers=%d,%d timesteps=%d,%d outputs=%d,%d"
              .formatted(
                  counters.layers(),
                  target.layers(),
                  counters.timesteps(),
                  target.timesteps(),
                  output.length,
                  record.output().length));
    }
    record.begin(sample, input);
    for (int t = 0; t < counters.timesteps(); t++) {
      for (int layer = 0; layer < counters.layers(); layer++) {
        for (Primitive primitive : Primitive.ALL) {
          target.set(layer, t, primitive, counters.get(layer, t, primitive));
        }
      }
    }
    System.arraycopy(output, 0, record.output(), 0, output.length);
    record.complete(digest);
  }
}

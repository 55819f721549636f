package org.spikeledger.traces.format;

import java.util.List;
import org.spikeledger.models.BadInputException;

/**
 * What stands at the end of a whole trace.
 *
 * @param inferences in the file
 * @param spikes fired in all of them
 * @param runDigest 64 hexadecimal digits over the inference digests in file order
 * @param indexes the offsets of the frames of {@link InferenceIndex}
 */
public record TraceFooter(long inferences, long spikes, String runDigest, List<Long> indexes) {

  /** Checks that the indexes speak of these inferences. */
  public TraceFooter {
    indexes = List.copyOf(indexes);
    long needed = Math.ceilDiv(inferences, (long) InferenceIndex.INFERENCES);
    if (inferences < 0 || indexes.size() != needed) {
      throw new BadInputException(
          "a footer has an index for every %d inferences: inferences=%d indexes=%d"
              .formatted(InferenceIndex.INFERENCES, inferences, indexes.size()));
    }
  }
}

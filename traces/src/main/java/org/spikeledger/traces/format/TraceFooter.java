package org.spikeledger.traces.format;

import org.spikeledger.models.BadInputException;

/**
 * What stands at the end of a whole trace.
 *
 * @param inferences in the file
 * @param spikes fired in all of them
 * @param runDigest 64 hexadecimal digits over the inference digests in file order
 * @param index where the inferences stand
 */
public record TraceFooter(long inferences, long spikes, String runDigest, OffsetIndex index) {

  /** Checks that the index speaks of these inferences. */
  public TraceFooter {
    if (inferences < 0 || index.size() != (inferences + index.stride() - 1) / index.stride()) {
      throw new BadInputException(
          "a footer's index has an offset every stride inferences: inferences=%d stride=%d offsets=%d"
              .formatted(inferences, index.stride(), index.size()));
    }
  }
}

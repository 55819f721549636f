package org.spikeledger.traces.export;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.replay.TraceReader;

/**
 * Some inferences of a trace, one after the other.
 *
 * @param first the number of the first, from 0
 * @param count at most so many, at least 1
 */
public record InferenceRange(long first, long count) {

  /** All inferences. */
  public static final InferenceRange ALL = new InferenceRange(0, Long.MAX_VALUE);

  /** Checks the numbers. */
  public InferenceRange {
    if (first < 0 || count < 1) {
      throw new BadInputException(
          "a range of inferences has a first, from 0, and a count, from 1: first=%d count=%d"
              .formatted(first, count));
    }
  }

  /**
   * Gives each inference with its number in the range, from 0.
   *
   * @return how many there were
   * @throws BadInputException if the trace has not even the first
   */
  long forEach(TraceReader reader, BiConsumer<Long, TracedInference> consumer) {
    reader.seek(first);
    long given = 0;
    Optional<TracedInference> next = reader.next();
    if (next.isEmpty() && first > 0) {
      throw new BadInputException(
          "a trace has the inference that is asked for: inference=%d inferences=%d"
              .formatted(first, reader.ordinal()));
    }
    while (next.isPresent() && given < count) {
      consumer.accept(given, next.get());
      given++;
      next = given < count ? reader.next() : Optional.empty();
    }
    return given;
  }
}

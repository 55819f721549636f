package org.spikeledger.traces.replay;

import java.nio.file.Path;
import java.util.Optional;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TracedInference;

/**
 * What a trace holds, from reading all of it.
 *
 * @param header what was run
 * @param inferences whole ones
 * @param spikes fired in these
 * @param fileBytes of the file, with what was cut
 * @param inputBytes of these, the inputs
 * @param spikeBytes of these, the spikes
 * @param counterBytes of these, the counters
 * @param potentialBytes of these, the potentials
 * @param truncated whether the end is missing
 */
public record TraceInfo(
    TraceHeader header,
    long inferences,
    long spikes,
    long fileBytes,
    long inputBytes,
    long spikeBytes,
    long counterBytes,
    long potentialBytes,
    boolean truncated) {

  /**
   * Reads a trace through.
   *
   * @throws org.spikeledger.models.BadInputException if it is no trace, or damaged
   */
  public static TraceInfo of(Path file) {
    try (TraceReader reader = TraceReader.open(file)) {
      long inferences = 0;
      long spikes = 0;
      long inputBytes = 0;
      long spikeBytes = 0;
      long counterBytes = 0;
      long potentialBytes = 0;
      Optional<TracedInference> next = reader.next();
      while (next.isPresent()) {
        TracedInference inference = next.get();
        inferences++;
        spikes += inference.record().counters().snapshot().total(Primitive.SPIKES);
        inputBytes += inference.inputBytes();
        spikeBytes += inference.spikeBytes();
        counterBytes += inference.counterBytes();
        potentialBytes += inference.potentialBytes();
        next = reader.next();
      }
      return new TraceInfo(
          reader.header(),
          inferences,
          spikes,
          reader.fileBytes(),
          inputBytes,
          spikeBytes,
          counterBytes,
          potentialBytes,
          reader.footer().isEmpty());
    }
  }

  /** Bytes of the file without inputs and potentials, a spike; not a number where nothing fired. */
  public double bytesPerSpike() {
    return (double) (fileBytes - inputBytes - potentialBytes) / spikes;
  }
}

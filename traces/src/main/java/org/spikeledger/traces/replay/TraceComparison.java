package org.spikeledger.traces.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.compare.InferenceComparison;
import org.spikeledger.traces.compare.LayerDifference;
import org.spikeledger.traces.compare.Tally;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;
import org.spikeledger.traces.format.TracedInference;

/**
 * Two traces held against each other, inference by inference in file order.
 *
 * @param inferences that both have
 * @param onlyLeft inferences that the second lacks
 * @param onlyRight inferences that the first lacks
 * @param differing of those that both have
 * @param first where they part; empty where all that both have is equal
 * @param place the number of that inference, from 0; -1 where there is none
 * @param layers how far each layer differs
 */
public record TraceComparison(
    long inferences,
    long onlyLeft,
    long onlyRight,
    long differing,
    Optional<Divergence> first,
    long place,
    List<LayerDifference> layers) {

  /**
   * Compares two traces of one shape.
   *
   * @param left at its first inference
   * @param right at its first inference
   * @throws BadInputException if their layers, timesteps or what their digests cover differ, or one
   *     is damaged
   */
  public static TraceComparison of(TraceReader left, TraceReader right) {
    checkShapes(left.header(), right.header());
    InferenceComparison comparison = new InferenceComparison(left.header());
    Tally tally = new Tally(left.header());
    Optional<Divergence> first = Optional.empty();
    long place = -1;
    Optional<TracedInference> one = left.next();
    Optional<TracedInference> other = right.next();
    while (one.isPresent() && other.isPresent()) {
      Optional<Divergence> found = compare(comparison, one.get(), other.get());
      tally.add(one.get().record(), other.get().record(), found.isPresent());
      if (first.isEmpty() && found.isPresent()) {
        first = found;
        place = tally.inferences() - 1;
      }
      one = left.next();
      other = right.next();
    }
    return new TraceComparison(
        tally.inferences(),
        one.isPresent() ? 1 + rest(left) : 0,
        other.isPresent() ? 1 + rest(right) : 0,
        tally.differing(),
        first,
        place,
        tally.layers());
  }

  /** Whether both have the same inferences, and these are equal. */
  public boolean agrees() {
    return differing == 0 && onlyLeft == 0 && onlyRight == 0;
  }

  private static Optional<Divergence> compare(
      InferenceComparison comparison, TracedInference left, TracedInference right) {
    InferenceRecord one = left.record();
    InferenceRecord other = right.record();
    byte[] leftInput = left.inputDigest();
    byte[] rightInput = right.inputDigest();
    return Arrays.equals(leftInput, rightInput)
        ? comparison.firstDivergence(one, other)
        : Optional.of(Divergence.ofInput(one.sample(), leftInput, rightInput));
  }

  private static long rest(TraceReader reader) {
    long rest = 0;
    while (reader.next().isPresent()) {
      rest++;
    }
    return rest;
  }

  private static void checkShapes(TraceHeader left, TraceHeader right) {
    if (!shape(left).equals(shape(right))) {
      throw new BadInputException(
          "traces of one shape are compared: left=%s right=%s"
              .formatted(shape(left), shape(right)));
    }
  }

  private static String shape(TraceHeader header) {
    StringBuilder shape = new StringBuilder("T=" + header.timesteps());
    shape.append(",digest=").append(header.digestPotentials() ? "potentials" : "spikes");
    for (TraceLayer layer : header.layers()) {
      shape.append(',').append(layer.name()).append(layer.shape());
    }
    return shape.toString();
  }
}

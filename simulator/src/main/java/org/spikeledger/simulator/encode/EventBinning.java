package org.spikeledger.simulator.encode;

import java.util.OptionalLong;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.EventRecording;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Shape;

/**
 * The rule by which a recording becomes timesteps, in whole numbers. With first and last being the
 * times of the earliest and the latest event:
 *
 * <pre>{@code
 * with a window:     timestep = floor((time - first) / window); later events are left out
 * without a window:  timestep = floor((time - first) * timesteps / (last - first + 1))
 * }</pre>
 *
 * <p>The value of a place in a timestep is the number of its events there. An input of two channels
 * takes the off events in channel 0 and the on events in channel 1; one of a single channel takes
 * both.
 *
 * @param timesteps 1..65536
 * @param window the length of a timestep in the recording's unit of time, at least 1
 */
public record EventBinning(int timesteps, OptionalLong window) {

  /** With {@link #MOST_TIMESTEPS} the product of both fits into 63 bits. */
  private static final long LONGEST = (1L << 47) - 1;

  private static final int MOST_TIMESTEPS = 1 << 16;
  private static final long MOST_CELLS = 1L << 28;

  /** Checks the numbers. */
  public EventBinning {
    if (timesteps < 1 || timesteps > MOST_TIMESTEPS || window.orElse(1) < 1) {
      throw new BadInputException(
          "events are binned into 1 to %d timesteps of at least one unit: timesteps=%d window=%s"
              .formatted(
                  MOST_TIMESTEPS, timesteps, window.isPresent() ? window.getAsLong() : "whole"));
    }
  }

  /** The rule as it stands in a fingerprint. */
  String description() {
    return window.isPresent()
        ? "events window=" + window.getAsLong()
        : "events timesteps=" + timesteps;
  }

  /**
   * How many events fall on each place in each timestep: timestep by timestep, in canonical order.
   *
   * @throws BadInputException if the shape has no rows and columns or not one or two channels, if
   *     an event lies outside it, or the recording is too long
   */
  int[] counts(EventRecording recording, Shape shape) {
    if (!shape.isMap() || shape.channels() > 2) {
      throw new BadInputException(
          "events of a camera need an input of one or two channels, rows and columns: input="
              + shape);
    }
    if ((long) timesteps * shape.size() > MOST_CELLS) {
      throw new BadInputException(
          "events are binned into at most %d places: timesteps=%d input=%s"
              .formatted(MOST_CELLS, timesteps, shape));
    }
    CanonicalOrder order = CanonicalOrder.of(shape);
    int[] counts = new int[timesteps * shape.size()];
    Span span = Span.of(recording);
    for (int event = 0; event < recording.size(); event++) {
      long timestep = timestep(recording.time(event), span);
      if (timestep < timesteps) {
        counts[(int) timestep * shape.size() + order.fromNir(place(recording, event, shape))]++;
      }
    }
    return counts;
  }

  private long timestep(long time, Span span) {
    long since = time - span.first;
    return window.isPresent()
        ? since / window.getAsLong()
        : since * timesteps / (span.last - span.first + 1);
  }

  private static int place(EventRecording recording, int event, Shape shape) {
    int x = recording.x(event);
    int y = recording.y(event);
    if (x >= shape.columns() || y >= shape.rows()) {
      throw new BadInputException(
          "an event lies within the input: x=%d y=%d event=%d input=%s"
              .formatted(x, y, event, shape));
    }
    int channel = recording.isOn(event) ? shape.channels() - 1 : 0;
    return (channel * shape.rows() + y) * shape.columns() + x;
  }

  private record Span(long first, long last) {

    static Span of(EventRecording recording) {
      long first = 0;
      long last = 0;
      for (int event = 0; event < recording.size(); event++) {
        long time = recording.time(event);
        first = event == 0 ? time : Math.min(first, time);
        last = event == 0 ? time : Math.max(last, time);
      }
      if (last - first < 0 || last - first > LONGEST) {
        throw new BadInputException(
            "a recording lasts at most %d units of time: first=%d last=%d"
                .formatted(LONGEST, first, last));
      }
      return new Span(first, last);
    }
  }
}

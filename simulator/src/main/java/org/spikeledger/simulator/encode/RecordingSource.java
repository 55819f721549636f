package org.spikeledger.simulator.encode;

import java.util.List;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.EventRecording;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/**
 * Recordings of events, binned into timesteps. Where no place has two events in a timestep they are
 * spikes, else graded events. Safe for several threads.
 */
public final class RecordingSource implements InputSource {

  private final String name;
  private final EventBinning binning;
  private final List<EventRecording> recordings;
  private final Optional<int[]> labels;
  private final Shape shape;
  private final ValueKind kind;

  /**
   * Recordings, one a sample.
   *
   * @param name of the dataset, as the user gave it
   * @param recordings at least one
   * @param labels one a recording; empty where they are not known
   * @param shape of the network's input
   * @throws BadInputException if a recording does not fit the shape
   */
  public RecordingSource(
      String name,
      List<EventRecording> recordings,
      Optional<int[]> labels,
      EventBinning binning,
      Shape shape) {
    this.name = name;
    this.recordings = List.copyOf(recordings);
    this.labels = labels;
    this.binning = binning;
    this.shape = shape;
    kind = kindOfCounts();
  }

  private ValueKind kindOfCounts() {
    for (int sample = 0; sample < recordings.size(); sample++) {
      for (int count : counts(sample)) {
        if (count > 1) {
          return ValueKind.GRADED;
        }
      }
    }
    return ValueKind.BINARY;
  }

  private int[] counts(int sample) {
    try {
      return binning.counts(recordings.get(sample), shape);
    } catch (BadInputException refused) {
      throw new BadInputException(
          "%s sample=%d dataset=%s".formatted(refused.getMessage(), sample, name), refused);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String encoder() {
    return kind == ValueKind.BINARY ? binning.description() : binning.description() + " graded";
  }

  @Override
  public int size() {
    return recordings.size();
  }

  @Override
  public ValueKind kind() {
    return kind;
  }

  @Override
  public EncodedInput input(int index) {
    int[] counts = counts(index);
    EventCollector events = new EventCollector(shape, kind);
    for (int t = 0; t < binning.timesteps(); t++) {
      for (int i = 0; i < shape.size(); i++) {
        events.add(i, counts[t * shape.size() + i]);
      }
      events.endTimestep();
    }
    return events.input();
  }

  @Override
  public int label(int index) {
    return labels.map(known -> known[index]).orElse(-1);
  }
}

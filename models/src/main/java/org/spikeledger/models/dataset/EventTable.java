package org.spikeledger.models.dataset;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.BadInputException;

/** Rows of whole numbers under names, of which each is an event. */
interface EventTable {

  /** The names of the columns. */
  List<String> columns();

  /** The number of rows. */
  int rows();

  /** A number. */
  long value(int column, int row);

  /** Where it came from, for messages. */
  String where();

  /**
   * The recordings of all samples: one, or as many as the column {@code sample} says, which counts
   * from 0.
   */
  default List<EventRecording> recordings() {
    int x = column("x");
    int y = column("y");
    int p = column("p");
    int t = column("t");
    int sample = columns().indexOf("sample");
    List<EventRecording.Builder> samples = new ArrayList<>();
    for (int row = 0; row < rows(); row++) {
      long of = sample < 0 ? 0 : value(sample, row);
      if (of == samples.size()) {
        samples.add(EventRecording.builder());
      }
      if (of < 0 || of >= samples.size()) {
        throw new BadInputException(
            "samples are numbered from 0, each follows the one before: sample=%d row=%d %s"
                .formatted(of, row, where()));
      }
      samples.get((int) of).event(place(x, row), place(y, row), value(p, row) > 0, value(t, row));
    }
    return samples.stream().map(EventRecording.Builder::build).toList();
  }

  private int place(int column, int row) {
    long place = value(column, row);
    if (place < 0 || place > Short.MAX_VALUE) {
      throw new BadInputException(
          "an event's place lies in 0..%d: %s=%d row=%d %s"
              .formatted(Short.MAX_VALUE, columns().get(column), place, row, where()));
    }
    return (int) place;
  }

  private int column(String name) {
    int column = columns().indexOf(name);
    if (column < 0) {
      throw new BadInputException(
          "events have columns x, y, p and t: missing=%s columns=%s %s"
              .formatted(name, columns(), where()));
    }
    return column;
  }
}

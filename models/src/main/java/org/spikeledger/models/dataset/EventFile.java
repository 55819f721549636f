package org.spikeledger.models.dataset;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;

/**
 * A list of events in a file: the columns x, y, p (polarity, on where above 0) and t (time, a whole
 * number in any unit), and, where the file holds several samples, {@code sample}, counted from 0.
 * Either text with commas, whose first line may name the columns (else they are x, y, p, t), or a
 * .npy array of records with these names. A .bin file is one recording of N-MNIST.
 */
public final class EventFile {

  private EventFile() {}

  /**
   * Reads a file.
   *
   * @param file at most 1 GiB
   * @return a recording a sample, at least one
   * @throws BadInputException of one line, naming the file
   */
  public static List<EventRecording> read(Path file) {
    if (file.toString().endsWith(".bin")) {
      return List.of(NMnistFile.read(file));
    }
    String where = "file=" + file;
    EventTable table =
        file.toString().endsWith(".npy")
            ? new RecordTable(NpyArray.read(file, ""))
            : TextTable.parse(InputFile.content(file), where);
    List<EventRecording> recordings = table.recordings();
    if (recordings.isEmpty()) {
      throw new BadInputException("a list of events has at least one: " + where);
    }
    return recordings;
  }

  private record RecordTable(NpyArray array) implements EventTable {

    @Override
    public List<String> columns() {
      return array.columns();
    }

    @Override
    public int rows() {
      return array.size();
    }

    @Override
    public long value(int column, int row) {
      return array.whole(column, row);
    }

    @Override
    public String where() {
      return array.where();
    }
  }
}

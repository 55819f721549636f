package org.spikeledger.tools.cli.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.ArrayLabels;
import org.spikeledger.models.dataset.EventFile;
import org.spikeledger.models.dataset.EventRecording;
import org.spikeledger.models.dataset.NMnistFolder;
import org.spikeledger.models.dataset.NpyArray;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.ArraySource;
import org.spikeledger.simulator.encode.EventBinning;
import org.spikeledger.simulator.encode.RecordingSource;
import picocli.CommandLine.Option;

/** What can be told about data that changes over time: arrays and lists of events. */
public final class SequenceOptions {

  /** The name of the array in an .npz file that holds several. */
  private static final String DATA = "data";

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "Of npy: and events: a .npy file with the class of each sample. Default: the array labels"
              + " of an .npz file, else none.")
  private Path labels;

  @Option(
      names = "--window",
      paramLabel = "N",
      description =
          "Of events: the length of a timestep in the file's unit of time. Default: the recording"
              + " in as many equal parts as there are timesteps.")
  private Long window;

  /** For picocli, which fills the options. */
  public SequenceOptions() {}

  /** Refuses what only data that changes over time has, for images. */
  void requireNone(String dataset) {
    require(labels == null, "images have labels of their own", "--labels=" + labels, dataset);
    requireNoWindow(dataset);
  }

  private void requireNoWindow(String dataset) {
    require(
        window == null,
        "only lists of events are cut into timesteps",
        "--window=" + window,
        dataset);
  }

  private static void require(boolean holds, String rule, String option, String dataset) {
    if (!holds) {
      throw new BadInputException("%s: %s dataset=%s".formatted(rule, option, dataset));
    }
  }

  ArraySource samples(String dataset, Path file, Shape input) {
    requireNoWindow(dataset);
    NpyArray array = NpyArray.read(file, DATA);
    Optional<Path> ofLabels = labels == null ? ArrayLabels.beside(file) : Optional.of(labels);
    int size = array.shape().rank() == 0 ? 1 : array.shape().dimension(0);
    return new ArraySource(
        dataset, array, ofLabels.map(from -> ArrayLabels.read(from, size)), input);
  }

  RecordingSource events(String dataset, Path file, Shape input, int timesteps) {
    Optional<NMnistFolder> folder =
        Files.isDirectory(file) ? Optional.of(NMnistFolder.read(file)) : Optional.empty();
    List<EventRecording> recordings =
        folder.map(NMnistFolder::recordings).orElseGet(() -> EventFile.read(file));
    return new RecordingSource(
        dataset,
        recordings,
        Optional.ofNullable(labels)
            .map(from -> ArrayLabels.read(from, recordings.size()))
            .or(() -> folder.map(read -> read.labels().stream().mapToInt(each -> each).toArray())),
        new EventBinning(
            timesteps, window == null ? OptionalLong.empty() : OptionalLong.of(window)),
        input);
  }
}

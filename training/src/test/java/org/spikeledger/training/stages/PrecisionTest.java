package org.spikeledger.training.stages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.training.config.TinyConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.TinyDataset;
import org.spikeledger.training.libtorch.WithLibtorch;
import org.spikeledger.training.progress.EpochMetrics;
import org.spikeledger.training.progress.MetricsSummary;

@WithLibtorch
class PrecisionTest {
  private static final TinyDataset TRAINING = new TinyDataset(480, 1);
  private static final TinyDataset TEST = new TinyDataset(60, 2);

  @TempDir private Path folder;

  @Test
  void theLossInBfloat16FollowsThatInFloat32() {
    List<EpochMetrics> wide = epochs("FLOAT32");
    List<EpochMetrics> narrow = epochs("BFLOAT16");
    for (int i = 0; i < wide.size(); i++) {
      double expected = wide.get(i).loss();
      String message = "%s %d".formatted(wide.get(i).stage(), wide.get(i).epoch());
      assertEquals(expected, narrow.get(i).loss(), 0.02 + 0.1 * expected, message);
    }
  }

  private List<EpochMetrics> epochs(String precision) {
    TrainingConfiguration configuration =
        TinyConfiguration.changed(folder.resolve(precision), "FLOAT32", precision);
    new TrainingRun(configuration, TRAINING, TEST).run();
    return MetricsSummary.read(folder.resolve(precision).resolve("metrics.jsonl")).epochs();
  }
}

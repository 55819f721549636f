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
  private static final int SEEDS = 10;

  /** Lines of metrics: three stages, each as received and after two epochs. */
  private static final int EPOCHS = 9;

  @TempDir private Path folder;

  @Test
  void theLossInBfloat16FollowsThatInFloat32InTheMeanOfSomeSeeds() {
    double[] wide = new double[EPOCHS];
    double[] narrow = new double[EPOCHS];
    for (int seed = 1; seed <= SEEDS; seed++) {
      addLosses("FLOAT32", seed, wide);
      addLosses("BFLOAT16", seed, narrow);
    }
    for (int i = 0; i < EPOCHS; i++) {
      assertEquals(wide[i], narrow[i], 0.05 * wide[i], "line " + i);
    }
  }

  private void addLosses(String precision, int seed, double[] sums) {
    Path output = folder.resolve(precision + seed);
    TrainingConfiguration configuration =
        TinyConfiguration.changed(
            output,
            json -> json.replace("FLOAT32", precision).replace("\"seed\": 7", "\"seed\": " + seed));
    new TrainingRun(configuration, TRAINING, TEST).run();
    List<EpochMetrics> epochs = MetricsSummary.read(output.resolve("metrics.jsonl")).epochs();
    assertEquals(EPOCHS, epochs.size());
    for (int i = 0; i < EPOCHS; i++) {
      sums[i] += epochs.get(i).loss();
    }
  }
}

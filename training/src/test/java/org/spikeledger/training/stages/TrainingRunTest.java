package org.spikeledger.training.stages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.training.config.ConfigurationReader;
import org.spikeledger.training.config.TinyConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.BreakingDataset;
import org.spikeledger.training.data.TinyDataset;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;
import org.spikeledger.training.progress.EpochMetrics;
import org.spikeledger.training.progress.MetricsSummary;

@WithLibtorch
class TrainingRunTest {
  private static final TinyDataset TRAINING = new TinyDataset(240, 1);
  private static final TinyDataset TEST = new TinyDataset(60, 2);

  @TempDir private Path folder;

  @Test
  void theLossOfTheWholeChainFallsAndTheLastNetworkHasLearned() {
    TrainingConfiguration configuration = TinyConfiguration.in(folder);
    train(configuration);
    List<EpochMetrics> epochs = MetricsSummary.read(folder.resolve("metrics.jsonl")).epochs();
    assertEquals(9, epochs.size());
    for (String stage : List.of("ann", "t2", "t1")) {
      List<EpochMetrics> own = epochs.stream().filter(e -> e.stage().equals(stage)).toList();
      assertTrue(own.get(2).loss() < own.get(1).loss(), stage + " " + own);
    }
    assertTrue(epochs.getLast().testAccuracy() > 0.8, epochs.getLast().toString());
    assertTrue(
        epochs.getLast().layers().stream().allMatch(l -> l.leak() >= 0 && l.leak() <= 1),
        epochs.getLast().toString());
  }

  @Test
  void aRunThatIsCutOffGoesOnToTheSameWeights() throws IOException {
    assertGoesOn(TinyConfiguration::in);
  }

  @Test
  void soDoesOneWhoseOptimiserHasGroupsAndWhoseImagesHaveHiddenSquares() throws IOException {
    String kind = "\"kind\": \"adam\",";
    assertGoesOn(
        run ->
            ConfigurationReader.parse(
                TinyConfiguration.JSON
                    .replace("OUTPUT", run.toString())
                    .replace(kind, "\"kind\": \"adamW\", \"weightDecay\": 0.1,")
                    .replace("\"cropPadding\": 1,", "\"cropPadding\": 1, \"cutout\": 2,"),
                "tiny"));
  }

  @Test
  void soDoesOneThatIsTaughtByItsAnn() throws IOException {
    assertGoesOn(TrainingRunTest::taught);
  }

  @Test
  void soDoesOneWhoseLastEpochsAreAveraged() throws IOException {
    assertGoesOn(run -> averaged(run, 2, 2));
  }

  @Test
  void anAveragedStageEndsWithTheMeanOfWhatItsLastEpochsGave() throws IOException {
    Trainable two = train(averaged(Files.createDirectory(folder.resolve("two")), 2, 0));
    Trainable three = train(averaged(Files.createDirectory(folder.resolve("three")), 3, 0));
    Trainable mean = train(averaged(Files.createDirectory(folder.resolve("mean")), 3, 2));
    for (int i = 0; i < mean.parameters().size(); i++) {
      float[] afterTwo = FloatTensors.values(two.parameters().get(i));
      float[] expected = FloatTensors.values(three.parameters().get(i));
      for (int k = 0; k < expected.length; k++) {
        expected[k] = (afterTwo[k] + expected[k]) / 2;
      }
      assertArrayEquals(expected, FloatTensors.values(mean.parameters().get(i)), 1e-6f, "i=" + i);
    }
    assertNotEquals(
        FloatTensors.values(two.parameters().getFirst())[0],
        FloatTensors.values(three.parameters().getFirst())[0]);
  }

  /** The last stage at a rate that does not change. */
  private static TrainingConfiguration averaged(Path run, int epochs, int averagedEpochs) {
    return TinyConfiguration.changed(
        run,
        json ->
            json.replace(
                    "\"timesteps\": 1, \"epochs\": 2",
                    "\"timesteps\": 1, \"epochs\": %d, \"averagedEpochs\": %d"
                        .formatted(epochs, averagedEpochs))
                .replace(
                    "\"kind\": \"oneCycle\", \"warmUp\": 0.1",
                    "\"kind\": \"steps\", \"at\": [], \"factor\": 1.0"));
  }

  @Test
  void aTeacherChangesWhatItsStageLearnsAndNoOther() throws IOException {
    Path labelled = Files.createDirectory(folder.resolve("labelled"));
    Path taught = Files.createDirectory(folder.resolve("taught"));
    train(TinyConfiguration.in(labelled));
    train(taught(taught));
    assertEquals(losses(labelled, "t2"), losses(taught, "t2"));
    assertNotEquals(losses(labelled, "t1").get(1), losses(taught, "t1").get(1));
  }

  private static List<Double> losses(Path run, String stage) {
    return MetricsSummary.read(run.resolve("metrics.jsonl")).epochs().stream()
        .filter(epoch -> epoch.stage().equals(stage))
        .map(EpochMetrics::loss)
        .toList();
  }

  private static TrainingConfiguration taught(Path run) {
    return TinyConfiguration.changed(
        run, "\"name\": \"t1\",", "\"name\": \"t1\", \"teacher\": \"ann\",");
  }

  private void assertGoesOn(Function<Path, TrainingConfiguration> in) throws IOException {
    Path whole = Files.createDirectory(folder.resolve("whole"));
    Path cut = Files.createDirectory(folder.resolve("cut"));
    Trainable expected = train(in.apply(whole));
    TrainingConfiguration configuration = in.apply(cut);
    for (int reads : new int[] {100, 300, 600, 500, 100}) {
      TrainingRun run = new TrainingRun(configuration, new BreakingDataset(TRAINING, reads), TEST);
      assertThrows(IllegalStateException.class, run::run);
    }
    Trainable actual = train(configuration);
    expected
        .state()
        .forEach(
            (name, tensor) ->
                assertArrayEquals(
                    FloatTensors.values(tensor),
                    FloatTensors.values(actual.state().get(name)),
                    name));
  }

  @Test
  void aRunDoesNotGoOnWithAnotherConfiguration() {
    TrainingRun cut =
        new TrainingRun(TinyConfiguration.in(folder), new BreakingDataset(TRAINING, 300), TEST);
    assertThrows(IllegalStateException.class, cut::run);
    TrainingConfiguration other = TinyConfiguration.changed(folder, "\"seed\": 7", "\"seed\": 8");
    TrainingRun run = new TrainingRun(other, TRAINING, TEST);
    BadInputException refused = assertThrows(BadInputException.class, run::run);
    assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
  }

  @Test
  void laterStagesMayChangeWhileARunIsCutOff() {
    TrainingRun cut =
        new TrainingRun(TinyConfiguration.in(folder), new BreakingDataset(TRAINING, 300), TEST);
    assertThrows(IllegalStateException.class, cut::run);
    train(TinyConfiguration.changed(folder, "\"name\": \"t1\"", "\"name\": \"last\""));
    assertTrue(Files.exists(folder.resolve("last.pt")));
  }

  @Test
  void aDamagedCheckpointIsRefusedInOneLine() throws IOException {
    Files.writeString(folder.resolve("checkpoint.pt"), "no archive");
    TrainingRun run = new TrainingRun(TinyConfiguration.in(folder), TRAINING, TEST);
    BadInputException refused = assertThrows(BadInputException.class, run::run);
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    assertTrue(refused.getMessage().contains("checkpoint.pt"), refused.getMessage());
  }

  private static Trainable train(TrainingConfiguration configuration) {
    return new TrainingRun(configuration, TRAINING, TEST).run();
  }
}

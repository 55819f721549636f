package org.spikeledger.training.stages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

/**
 * A process that trains is killed at random moments, and started again until it is done. It takes a
 * minute: {@code -Dspikeledger.test.kills=N}, or the profile {@code full}.
 */
@WithLibtorch
class KilledRunTest {
  private static final int KILLS = Integer.getInteger("spikeledger.test.kills", 0);

  @TempDir private Path folder;

  @Test
  void aTrainingKilledAtRandomMomentsEndsWithTheSameWeights()
      throws IOException, InterruptedException {
    assumeTrue(KILLS > 0, "spikeledger.test.kills is not set");
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    Path whole = Files.createDirectory(folder.resolve("whole"));
    long begin = System.nanoTime();
    assertEquals(0, RunInAnotherProcess.start(whole).waitFor());
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);

    Path killed = Files.createDirectory(folder.resolve("killed"));
    for (int i = 0; i < KILLS; i++) {
      Process process = RunInAnotherProcess.start(killed);
      process.waitFor(milliseconds / 4 + random.nextLong(milliseconds), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    assertEquals(0, RunInAnotherProcess.start(killed).waitFor(), "seed=" + seed);
    assertSameWeights(whole, killed, "seed=" + seed);
  }

  @Test
  void aTrainingThatIsAskedToEndDoesSoBetweenTwoSteps() throws IOException, InterruptedException {
    assumeTrue(KILLS > 0, "spikeledger.test.kills is not set");
    Process process = RunInAnotherProcess.start(folder);
    while (process.isAlive() && Files.notExists(folder.resolve("metrics.jsonl"))) {
      Thread.sleep(20);
    }
    process.destroy();
    int terminated = 128 + 15;
    assertEquals(terminated, process.waitFor());
    assertTrue(Files.notExists(folder.resolve("crash.log")));
  }

  private static void assertSameWeights(Path whole, Path killed, String message) {
    TrainingConfiguration expected = RunInAnotherProcess.configuration(whole);
    TrainingConfiguration actual = RunInAnotherProcess.configuration(killed);
    for (StageConfiguration stage : expected.stages().subList(1, 3)) {
      var weights = stored(actual, stage).state();
      stored(expected, stage)
          .state()
          .forEach(
              (name, tensor) ->
                  assertArrayEquals(
                      FloatTensors.values(tensor),
                      FloatTensors.values(weights.get(name)),
                      message + " " + stage.name() + " " + name));
    }
  }

  private static SpikingNetwork stored(
      TrainingConfiguration configuration, StageConfiguration stage) {
    return new StoredStages(configuration, RunInAnotherProcess.TRAINING.imageShape())
        .network(stage);
  }
}

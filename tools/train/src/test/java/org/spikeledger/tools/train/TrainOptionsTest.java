package org.spikeledger.tools.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.tools.cli.Main;
import org.spikeledger.training.libtorch.Libtorch;

/** A whole training of a minute network on drawn files in CIFAR-10's format. */
class TrainOptionsTest {
  private static final String CONFIGURATION =
      """
      {"name": "drawn", "seed": 3,
       "dataset": {"training": "cifar10:nowhere", "test": "cifar10:nowhere",
                   "source": "drawn", "licence": "none"},
       "normalisation": {"mean": [0.5, 0.5, 0.5], "standardDeviation": [0.3, 0.3, 0.25]},
       "augmentation": {"cropPadding": 1, "horizontalFlip": true},
       "network": {"name": "vgg5", "width": 0.0625, "classes": 10, "batchNormalisation": true},
       "surrogateScale": 0.3, "precision": "FLOAT32", "threads": 1,
       "conversion": {"percentile": 90.0, "thresholdScale": 1.0, "images": 20},
       "stages": [
         {"name": "ann", "timesteps": 0, "epochs": 1, "batchSize": 10,
          "optimiser": {"kind": "sgd", "learningRate": 0.01, "momentum": 0.9, "weightDecay": 0.0},
          "schedule": {"kind": "oneCycle", "warmUp": 0.1}, "export": false},
         {"name": "t1", "timesteps": 1, "epochs": 1, "batchSize": 10,
          "optimiser": {"kind": "adam", "learningRate": 0.001},
          "schedule": {"kind": "oneCycle", "warmUp": 0.1}, "export": true}],
       "export": {"mantissaBits": 10}, "output": "nowhere"}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path images;
  private Path configuration;

  @BeforeEach
  void draw() throws IOException {
    images = Files.createDirectory(folder.resolve("images"));
    SplittableRandom random = new SplittableRandom(1);
    for (String file :
        new String[] {
          "data_batch_1",
          "data_batch_2",
          "data_batch_3",
          "data_batch_4",
          "data_batch_5",
          "test_batch"
        }) {
      byte[] records = new byte[10 * 3073];
      random.nextBytes(records);
      for (int i = 0; i < 10; i++) {
        records[i * 3073] = (byte) i;
      }
      Files.write(images.resolve(file + ".bin"), records);
    }
    configuration = Files.writeString(folder.resolve("drawn.json"), CONFIGURATION);
  }

  private int run(String... arguments) {
    err.getBuffer().setLength(0);
    out.getBuffer().setLength(0);
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void aRunIsTrainedResumedWithoutItsConfigurationPublishedAndDrawn() throws IOException {
    assumeTrue(Libtorch.isSupported(), "libtorch is shipped for linux-x86_64 only");
    Path run = folder.resolve("run");
    String data = "cifar10:" + images;
    assertEquals(
        0, run("train", configuration.toString(), "--data", data, "--time", "1"), err.toString());
    assertTrue(out.toString().contains("images/s"), out.toString());
    assertFalse(Files.exists(Path.of("nowhere")));
    assertEquals(
        0,
        run("train", configuration.toString(), "--data", data, "--output", run.toString()),
        err.toString());
    assertTrue(Files.readString(run.resolve("training.html")).contains("Training of drawn"));
    Path zoo = folder.resolve("zoo");
    assertEquals(
        0,
        run("train", "--resume", run.toString(), "--publish", zoo.toString(), "--compare", "5"),
        err.toString());
    String card = Files.readString(zoo.resolve("drawn-t1.json"));
    assertTrue(card.contains("projectedAlpha"), card);
    assertEquals(0, run("train", "--draw", run.toString(), "--json"), err.toString());
    assertTrue(out.toString().contains("training.html"), out.toString());

    Path latest = run.resolve("checkpoint.pt");
    byte[] whole = Files.readAllBytes(latest);
    Files.write(latest, Arrays.copyOf(whole, whole.length / 2));
    Files.delete(run.resolve("checkpoint.previous.pt"));
    assertEquals(2, run("train", "--resume", run.toString()));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("checkpoint.pt"), err.toString());
  }

  @Test
  void aDatasetWithACutOrMissingFileIsRefusedInOneLineBeforeAnythingIsWritten() throws IOException {
    assumeTrue(Libtorch.isSupported(), "libtorch is shipped for linux-x86_64 only");
    Path run = folder.resolve("run");
    Path file = images.resolve("data_batch_4.bin");
    Files.write(file, new byte[3000]);
    String[] command = {
      "train", configuration.toString(), "--data", "cifar10:" + images, "--output", run.toString()
    };
    assertEquals(2, run(command));
    assertTrue(err.toString().contains("data_batch_4.bin"), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    Files.delete(file);
    assertEquals(2, run(command));
    assertTrue(err.toString().contains("data_batch_4.bin"), err.toString());
    assertFalse(Files.exists(run));
  }

  @Test
  void aFolderWithoutARunIsNeitherResumedNorDrawn() {
    assertEquals(2, run("train", "--resume", folder.toString()));
    assertTrue(err.toString().contains("configuration.json"), err.toString());
    assertEquals(2, run("train", configuration.toString(), "--resume", folder.toString()));
    assertTrue(err.toString().contains("checkpoint"), err.toString());
    assertEquals(2, run("train", "--draw", folder.toString()));
    assertTrue(err.toString().contains("metrics.jsonl"), err.toString());
    assertEquals(2, run("train"));
    assertEquals(1, err.toString().lines().count(), err.toString());
  }
}

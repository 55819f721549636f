package org.spikeledger.training.stages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.training.config.TinyConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.TinyDataset;
import org.spikeledger.training.libtorch.WithLibtorch;

@WithLibtorch
class OutputsTest {
  private static final TinyDataset IMAGES = new TinyDataset(30, 1);

  @TempDir private Path folder;

  @Test
  void fewerOutputsThanClassesAreRefusedBeforeAnyTraining() {
    TrainingConfiguration two = TinyConfiguration.changed(folder, "\"units\": 3}", "\"units\": 2}");
    assertRefused(() -> new TrainingRun(two, IMAGES, IMAGES));
    assertRefused(() -> new StepTiming(two, IMAGES, 1));
  }

  private static void assertRefused(Executable making) {
    assertEquals(
        "the network has an output a class: units=2 classes=3 dataset=tiny",
        assertThrows(BadInputException.class, making).getMessage());
  }
}

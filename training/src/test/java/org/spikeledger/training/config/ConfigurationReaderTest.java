package org.spikeledger.training.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spikeledger.models.BadInputException;

class ConfigurationReaderTest {

  @Test
  void aWholeConfigurationIsRead() {
    TrainingConfiguration read = ConfigurationReader.parse(TinyConfiguration.JSON, "here");
    assertEquals(7, read.seed());
    assertEquals(new LayerConfiguration.Linear(3), read.network().layers().getLast());
    assertEquals(new OptimiserConfiguration.Adam(0.002), read.stages().getLast().optimiser());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fashion-mnist",
        "cifar10-vgg16",
        "cifar10-vgg16-penalties",
        "cifar10-vgg16-longer",
        "cifar10-vgg16-longest",
        "cifar10-vgg16-pruning",
        "cifar10-vgg16-direct-plain",
        "cifar10-vgg16-direct",
        "cifar10-resnet20",
        "cifar10-resnet20-direct"
      })
  void theReadyMadeConfigurationsAreRead(String name) {
    TrainingConfiguration read = ConfigurationReader.read(Path.of("configs", name + ".json"));
    assertEquals(10, read.export().mantissaBits());
    assertTrue(name.startsWith(read.name()), read.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "seed": 7                 | "seed": 7, "seeed": 7     | seeed
          "seed": 7,                |                           | seed
          "percentile": 90.0        | "percentile": 101.0       | percentile
          "kernel": 3               | "kernel": 0               | kernel
          "kernel": 3               | "kernel": 2.5             | kernel
          "channels": 6             | "channels": 3             | channels
          "kernel": 3               | "kernel": "3"             | kernel
          "mantissaBits": 10        | "mantissaBits": 24        | mantissaBits
          "kind": "adam"            | "kind": "adagrad"         | adagrad
          "epochs": 2               | "epochs": null            | epochs
          "name": "t2"              | "name": "ann"             | stages
          "name": "t2"              | "teacher": "t1", "name": "t2" | stages[1].teacher
          "name": "t2"              | "teacher": "t2", "name": "t2" | stages[1].teacher
          "name": "tiny"            | "name": "../tiny"         | name
          "units": 3                | "units": 3, "units": 4    | units
          "layers": [               | "layers": [{"kind": "averagePool", "size": 2}, {"kind": "residualBlock", "channels": 8, "stride": 1}, | another layer with weights
          {"kind": "linear", "units": 12}, | {"kind": "dropout", "probability": 0.1}, {"kind": "residualBlock", "channels": 8, "stride": 1}, {"kind": "linear", "units": 12}, | no dropout
          {"kind": "averagePool", "size": 2}, | {"kind": "averagePool", "size": 2}, {"kind": "dropout", "probability": 0.1}, {"kind": "averagePool", "size": 2}, | followed by weights
          """)
  void aFieldThatBreaksARuleIsNamed(String good, String bad, String named) {
    String json = TinyConfiguration.JSON.replace(good, bad == null ? "" : bad);
    assertFalse(json.equals(TinyConfiguration.JSON), "nothing was replaced: " + good);
    BadInputException refused =
        assertThrows(BadInputException.class, () -> ConfigurationReader.parse(json, "file.json"));
    String message = refused.getMessage();
    assertTrue(message.contains(named), message);
    assertTrue(message.contains("file.json"), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void anAbsentFileIsRefusedByItsName() {
    BadInputException refused =
        assertThrows(
            BadInputException.class, () -> ConfigurationReader.read(Path.of("absent.json")));
    assertTrue(refused.getMessage().contains("absent.json"), refused.getMessage());
  }
}

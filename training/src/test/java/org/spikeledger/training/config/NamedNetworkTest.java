package org.spikeledger.training.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spikeledger.models.BadInputException;

class NamedNetworkTest {
  private static final Path FOLDER = Path.of("anywhere");

  private static TrainingConfiguration named(String network) {
    String json = TinyConfiguration.JSON;
    int from = json.indexOf("\"network\"");
    int to = json.indexOf("\"surrogateScale\"");
    return ConfigurationReader.parse(
        json.substring(0, from) + "\"network\": " + network + "," + json.substring(to), "here");
  }

  /** The figures of the paper's networks for images of 32 x 32. */
  @ParameterizedTest
  @CsvSource({
    "vgg16, 10, 4096, 338403328, 284672",
    "vgg16, 100, 4096, 338771968, 284672",
    "resnet20, 10, 0, 215699456, 319488",
    "resnet20, 100, 0, 215883776, 319488"
  })
  void networksOfThePaperHaveItsCounts(
      String name, int classes, int hidden, long multiplyAccumulates, long neurons) {
    TrainingConfiguration read =
        named(
            """
            {"name": "%s", "width": 1.0, "classes": %d, "hidden": %d, "batchNormalisation": false}\
            """
                .formatted(name, classes, hidden));
    Counted counted = new Counted(3, 32);
    read.network().layers().forEach(counted::add);
    assertEquals(multiplyAccumulates, counted.multiplyAccumulates);
    assertEquals(neurons, counted.neurons - classes);
  }

  @Test
  void aNetworkByNameIsTheOneWithItsLayersWrittenOut() {
    TrainingConfiguration byName =
        named(
            """
            {"name": "vgg5", "width": 0.25, "classes": 3, "dropout": 0.2,
             "batchNormalisation": true}\
            """);
    TrainingConfiguration writtenOut =
        named(
            """
            {"batchNormalisation": true, "layers": [
              {"kind": "convolution", "channels": 16, "kernel": 3, "stride": 1, "padding": 1},
              {"kind": "averagePool", "size": 2},
              {"kind": "convolution", "channels": 32, "kernel": 3, "stride": 1, "padding": 1},
              {"kind": "convolution", "channels": 32, "kernel": 3, "stride": 1, "padding": 1},
              {"kind": "averagePool", "size": 2},
              {"kind": "dropout", "probability": 0.2},
              {"kind": "linear", "units": 3}]}\
            """);
    assertEquals(writtenOut.network(), byName.network());
    assertEquals(ConfigurationDigest.upTo(writtenOut, 2), ConfigurationDigest.upTo(byName, 2));
    assertEquals(0.25, byName.export().width());
    assertEquals(1.0, writtenOut.export().width());
  }

  @Test
  void namesThatAreNotKnownAndWidthsOutOfRangeAreRefused() {
    for (String bad :
        List.of(
            "{\"name\": \"vgg7\", \"width\": 1.0, \"classes\": 3, \"batchNormalisation\": true}",
            "{\"name\": \"vgg9\", \"width\": 1.5, \"classes\": 3, \"batchNormalisation\": true}",
            "{\"name\": \"vgg9\", \"width\": 1.0, \"batchNormalisation\": true}",
            "{\"name\": \"vgg9\", \"classes\": 3, \"batchNormalisation\": true, \"wide\": 1.0}")) {
      BadInputException refused = assertThrows(BadInputException.class, () -> named(bad), bad);
      assertTrue(refused.getMessage().contains("here"), refused.getMessage());
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }
  }

  @Test
  void fieldsThatMayBeLeftOutHaveTheirDefault() {
    TrainingConfiguration tiny = TinyConfiguration.in(FOLDER);
    TrainingConfiguration spelledOut =
        TinyConfiguration.changed(
            FOLDER, "\"images\": 32}", "\"images\": 32, \"steps\": 0}, \"deterministic\": false");
    assertEquals(tiny, spelledOut);
    assertEquals(ConfigurationDigest.upTo(tiny, 1), ConfigurationDigest.upTo(spelledOut, 1));
  }

  /** Counts layer by layer, from the definitions. */
  private static final class Counted {
    private long channels;
    private long side;
    private long multiplyAccumulates;
    private long neurons;

    Counted(long channels, long side) {
      this.channels = channels;
      this.side = side;
    }

    void add(LayerConfiguration layer) {
      switch (layer) {
        case LayerConfiguration.Convolution c -> convolution(c.channels(), c.stride());
        case LayerConfiguration.ResidualBlock block -> {
          if (block.stride() != 1 || block.channels() != channels) {
            long shrunk = side / block.stride();
            multiplyAccumulates += channels * block.channels() * shrunk * shrunk;
          }
          convolution(block.channels(), block.stride());
          convolution(block.channels(), 1);
        }
        case LayerConfiguration.AveragePool pool -> side /= pool.size();
        case LayerConfiguration.Dropout _ -> {}
        case LayerConfiguration.Linear linear -> {
          multiplyAccumulates += channels * side * side * linear.units();
          neurons += linear.units();
          channels = linear.units();
          side = 1;
        }
      }
    }

    private void convolution(long out, long stride) {
      side /= stride;
      multiplyAccumulates += 9 * channels * out * side * side;
      channels = out;
      neurons += out * side * side;
    }
  }
}

package org.spikeledger.training.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.training.config.ConfigurationReader;
import org.spikeledger.training.config.TinyConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.TinyDataset;
import org.spikeledger.training.libtorch.WithLibtorch;
import org.spikeledger.training.stages.TrainingRun;

@WithLibtorch
class PublicationTest {
  private static final TinyDataset TRAINING = new TinyDataset(240, 1);
  private static final TinyDataset TEST = new TinyDataset(60, 2);

  @TempDir private Path folder;

  @Test
  void everyExportedStageGetsAFileAndACardThatDescribesIt() throws IOException {
    TrainingConfiguration configuration = TinyConfiguration.in(folder.resolve("run"));
    new TrainingRun(configuration, TRAINING, TEST).run();
    Path zoo = folder.resolve("zoo");
    List<NetworkCard> cards = new Publication(configuration, TEST, zoo, 20).publish();
    assertEquals(List.of("tiny-t2", "tiny-t1"), cards.stream().map(NetworkCard::name).toList());
    for (NetworkCard card : cards) {
      JsonNode stored = new ObjectMapper().readTree(zoo.resolve(card.name() + ".json").toFile());
      assertEquals(card.sha256(), stored.get("sha256").asText());
      assertEquals(card.sha256(), FileDigest.of(zoo.resolve(card.file())));
      assertEquals(60, card.samples());
      assertTrue(card.accuracy() > 0.8, card.toString());
      assertEquals(20, card.agreement().samePredictions(), card.toString());
      Graph graph = NirReader.read(zoo.resolve(card.file()), ImportOptions.DEFAULT).graph();
      assertEquals(card.timesteps(), graph.properties().timesteps().orElseThrow());
      assertEquals(List.of("row", "column", "middle"), graph.properties().classNames());
      assertEquals(3, stored.get("energy").size());
      double weighted = stored.get("weightedSpikesPerNeuronPerInference").asDouble();
      assertTrue(weighted > 0 && weighted < card.timesteps(), stored.toString());
      TrainingConfiguration shown =
          ConfigurationReader.parse(stored.get("configuration").toString(), "card");
      assertEquals(configuration.withoutFolders(), shown);
      assertFalse(stored.toString().contains(folder.toString()), stored.toString());
      assertEquals("idx:DIR", card.dataset());
      assertEquals(0.2, graph.properties().normalisation().orElseThrow().mean().getFirst());
    }
    try (var files = Files.list(zoo)) {
      assertEquals(4, files.count());
    }
  }

  @Test
  void aRunThatIsNotFinishedIsNotPublished() throws IOException {
    TrainingConfiguration configuration = TinyConfiguration.in(folder.resolve("none"));
    Path zoo = folder.resolve("zoo");
    assertThrows(BadInputException.class, () -> new Publication(configuration, TEST, zoo, 1));
    Files.createDirectory(folder.resolve("none"));
    Files.createFile(folder.resolve("none/metrics.jsonl"));
    Publication unfinished = new Publication(configuration, TEST, zoo, 1);
    BadInputException refused = assertThrows(BadInputException.class, unfinished::publish);
    assertTrue(refused.getMessage().contains("stage=t2"), refused.getMessage());
    assertFalse(Files.exists(zoo));
  }
}

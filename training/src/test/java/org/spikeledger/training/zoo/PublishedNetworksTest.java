package org.spikeledger.training.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.dataset.FashionMnist;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.simulator.encode.DirectDataset;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.evaluate.Agreement;
import org.spikeledger.training.libtorch.WithLibtorch;

/**
 * The trained networks that come with the project spike in the simulator as in libtorch, up to
 * potentials within rounding of the threshold. {@code -Dspikeledger.compare.images=10000} compares
 * all test images.
 */
@WithLibtorch
class PublishedNetworksTest {
  private static final Path ZOO = Path.of("..", "models", "zoo");
  private static final int IMAGES = Integer.getInteger("spikeledger.compare.images", 10);
  private static final double ROUNDING = 1e-5;

  @ParameterizedTest
  @ValueSource(strings = {"fashion-mnist-t1", "fashion-mnist-t3", "fashion-mnist-t5"})
  void theStoredNetworkIsTheCardsAndSpikesAsInLibtorchUpToRounding(String name) throws IOException {
    JsonNode card = new ObjectMapper().readTree(ZOO.resolve(name + ".json").toFile());
    Path file = ZOO.resolve(card.get("file").asText());
    assertEquals(card.get("sha256").asText(), FileDigest.of(file));
    Graph graph = NirReader.read(file, ImportOptions.DEFAULT).graph();
    Normalisation normalisation = graph.properties().normalisation().orElseThrow();
    Dataset images = FashionMnist.bundledTest();
    Agreement agreement =
        Agreement.measure(
            graph,
            card.get("timesteps").asInt(),
            new DirectDataset("fashion-mnist", images, normalisation, images.imageShape()),
            new BatchMaker(images, normalisation),
            IMAGES);
    System.out.println(name + ": " + agreement);
    assertTrue(agreement.samePredictions() >= IMAGES - IMAGES / 1000, agreement.toString());
    assertTrue(agreement.spikes() > 1_000L * IMAGES, agreement.toString());
    assertTrue(agreement.identicalImages() >= IMAGES - 1 - IMAGES / 100, agreement.toString());
    assertTrue(agreement.largestOriginMargin() < ROUNDING, agreement.toString());
  }
}

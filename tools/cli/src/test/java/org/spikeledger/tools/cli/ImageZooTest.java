package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spikeledger.tools.cli.network.ImageCard;
import org.spikeledger.tools.cli.network.Zoo;
import org.spikeledger.tools.cli.network.ZooCard;

/**
 * What the cards say was measured on other machines: it comes out on this one to the bit. Networks
 * of CIFAR-10 need {@code -Dspikeledger.data.cifar10}, a folder with its binary files.
 */
class ImageZooTest {

  private static final String CIFAR10 = System.getProperty("spikeledger.data.cifar10", "");

  private static final Zoo ZOO = new Zoo(Path.of("..", "..", "models", "zoo"));

  static Stream<String> names() {
    return ZOO.cards().stream().filter(ImageCard.class::isInstance).map(ZooCard::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyNetworkHasItsCardsDigestAndAccuracy(String name) {
    ImageCard card = (ImageCard) ZOO.card(name);
    boolean isCifar = card.dataset().startsWith("cifar10:");
    assumeFalse(isCifar && CIFAR10.isEmpty(), "spikeledger.data.cifar10 names no folder");
    JsonNode run =
        Spoken.by(
                "run",
                "zoo:" + name,
                "--data",
                isCifar ? "cifar10:" + CIFAR10 : card.dataset(),
                "--json")
            .json();
    assertEquals(card.rest().get("digest").asText(), run.get("digest").asText());
    assertEquals(card.accuracy(), run.get("accuracy").asDouble());
  }
}

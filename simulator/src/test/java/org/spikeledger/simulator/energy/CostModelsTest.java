package org.spikeledger.simulator.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spikeledger.models.BadInputException;

/** Shipped cost models, and files that break a rule. */
class CostModelsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "paper-45nm-float32, 0.9, 4.6, 32",
    "horowitz-45nm-float16, 0.4, 1.5, 16",
    "horowitz-45nm-int32, 0.1, 3.2, 32",
    "horowitz-45nm-int8, 0.1, 0.3, 8",
    "horowitz-45nm-int8-accumulate8, 0.03, 0.23, 8"
  })
  void shippedModelsHaveThePublishedPrices(String name, double ac, double mac, int weightBits) {
    OperationCosts model = CostModels.operations(name);

    assertTrue(CostModels.names().contains(name));
    assertEquals(name, model.name());
    assertEquals(new OperationPrices(ac, mac), model.operations());
    assertEquals(weightBits, model.wordBits().weight());
  }

  @Test
  void everyNamedModelIsShipped() {
    CostModels.names().forEach(CostModels::shipped);
    assertEquals(CostModels.paper(), CostModels.shipped(CostModels.names().getFirst()));
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertRefused(
        "no cost model has this name: model=x known=paper-45nm-float32, ",
        assertThrows(BadInputException.class, () -> CostModels.shipped("x")));
  }

  @Test
  void aFileOfAUserIsReadAsTheShippedOne() throws IOException {
    assertEquals(CostModels.paper(), CostModels.read(file(paper())));
  }

  @Test
  void anUnknownFieldIsRefusedByName() throws IOException {
    refuses(
        paper().replace("\"accumulatePj\"", "\"discountPj\": 1, \"accumulatePj\""),
        "a cost model has no such field: field=operations.discountPj file=");
  }

  @Test
  void aMissingFieldIsRefusedByName() throws IOException {
    refuses(
        paper().replace("\"accumulatePj\": 0.9,", ""),
        "a field of a cost model must be there and of its type: field=operations.accumulatePj"
            + " file=");
    refuses(
        paper().replace("\"technology\": \"45 nm, 0.9 V\",", ""),
        "a field of a cost model must be there and of its type: field=technology file=");
  }

  @Test
  void aFieldOfAnotherTypeIsRefusedByName() throws IOException {
    refuses(
        paper().replace("\"accumulatePj\": 0.9", "\"accumulatePj\": \"0.9\""),
        "a field of a cost model must be there and of its type: field=operations.accumulatePj"
            + " file=");
    refuses(
        paper().replace("\"weight\": 32", "\"weight\": 32.5"),
        "a field of a cost model must be there and of its type: field=wordBits.weight file=");
    refuses(
        paper().replace("\"DRAM\"", "\"disk\""),
        "a field of a cost model must be there and of its type: field=memory.beyondSram file=");
    refuses(
        paper().replace("\"operations\": {", "\"operations\": null, \"x\": {"),
        "a field of a cost model must be there and of its type: field=operations file=");
  }

  @Test
  void aNegativePriceIsRefused() throws IOException {
    refuses(
        paper().replace("\"accumulatePj\": 0.9", "\"accumulatePj\": -0.9"),
        "a price must be finite and at least 0: field=accumulatePj value=-0.9 file=");
  }

  @Test
  void sizesThatDoNotRiseAreRefused() throws IOException {
    refuses(
        paper().replace("\"bytes\": 32768", "\"bytes\": 8192"),
        "sizes of SRAM rise: bytes=8192 after=8192 file=");
  }

  @Test
  void aFieldThatStandsTwiceIsRefused() throws IOException {
    refuses(
        paper().replace("\"accumulatePj\"", "\"accumulatePj\": 1, \"accumulatePj\""),
        "a cost model must be JSON: line=");
  }

  @Test
  void aFileCutShortIsRefused() throws IOException {
    refuses(paper().substring(0, 300), "a cost model must be JSON: line=");
  }

  @Test
  void aFileThatGoesOnIsRefused() throws IOException {
    refuses(paper() + "{}", "a cost model is one JSON object: file=");
    refuses("[]", "a cost model is one JSON object: file=");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws IOException {
    refuses(paper() + " ".repeat(1 << 20), "a cost model has at most 1048576 bytes: bytes=");
  }

  @Test
  void aMissingFileIsRefused() {
    Path missing = folder.resolve("none.json");
    assertRefused(
        "a cost model must be readable: file=" + missing,
        assertThrows(BadInputException.class, () -> CostModels.read(missing)));
  }

  private void refuses(String json, String message) throws IOException {
    Path file = file(json);
    BadInputException refused = assertThrows(BadInputException.class, () -> CostModels.read(file));
    assertRefused(message, refused);
    assertTrue(refused.getMessage().endsWith("file=" + file), refused.getMessage());
  }

  private static void assertRefused(String message, BadInputException refused) {
    assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("model.json"), json);
  }

  private static String paper() throws IOException {
    try (InputStream stream = CostModels.class.getResourceAsStream("paper-45nm-float32.json")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

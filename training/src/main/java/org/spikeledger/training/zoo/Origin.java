package org.spikeledger.training.zoo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spikeledger.training.config.ChainedStage;
import org.spikeledger.training.config.StrictJson;

/**
 * The network of a file with which a training started, and what the card beside the file says of
 * it. What no card says is null.
 *
 * @param file its name, without its folder
 * @param sha256 of the file, 64 hexadecimal digits
 * @param annAccuracy of the ANN that it was made from, in 0..1
 * @param trainingSeconds of all stages that led to it
 * @param trainingSteps of an environment, in all stages that led to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Origin(
    String file, String sha256, Double annAccuracy, Double trainingSeconds, Long trainingSteps) {
  /**
   * The origin of a stage; null where it goes back to no file.
   *
   * @param lineage the stages that it goes back to, first to last
   * @throws org.spikeledger.models.BadInputException where the file or its card cannot be read
   */
  public static Origin of(List<? extends ChainedStage> lineage) {
    if (!lineage.getFirst().isFromFile()) {
      return null;
    }
    Path file = Path.of(lineage.getFirst().from());
    String name = file.getFileName().toString();
    Path beside =
        file.resolveSibling(
            name.substring(0, name.length() - ChainedStage.FILE_ENDING.length()) + ".json");
    JsonNode card =
        Files.isRegularFile(beside) ? StrictJson.read(beside) : MissingNode.getInstance();
    JsonNode earlier = card.path("startedFrom");
    JsonNode accuracy = card.path("annAccuracy");
    JsonNode seconds = card.path("trainingSeconds");
    JsonNode steps = card.path("trainingSteps");
    return new Origin(
        name,
        FileDigest.of(file),
        accuracy.isNumber() ? accuracy.asDouble() : null,
        seconds.isNumber() ? seconds.asDouble() + earlier.path("trainingSeconds").asDouble() : null,
        steps.isNumber() ? steps.asLong() + earlier.path("trainingSteps").asLong() : null);
  }
}

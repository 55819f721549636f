package org.spikeledger.training.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import org.spikeledger.models.digest.Sha256;

/** Names what a run has depended on so far, so that it only goes on with the same. */
public final class ConfigurationDigest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> MAY_CHANGE =
      List.of("output", "export", "mantissaBits", "threads");

  private ConfigurationDigest() {}

  /**
   * SHA-256 in hexadecimal over the configuration without later stages, export (an agent's {@code
   * mantissaBits}), output folder and threads, and without the conversion where no stage so far
   * needed one: these may change while a run is cut off. Optional fields that have their default do
   * not count, so that runs which were started before a field existed go on.
   *
   * @param stage index of the last stage that counts
   */
  public static String upTo(TrainingConfiguration configuration, int stage) {
    return upTo(MAPPER.valueToTree(configuration), OptionalFields.VISION, stage);
  }

  /** The same of any configuration with stages, whose tree is used up. */
  public static String upTo(ObjectNode json, OptionalFields optional, int stage) {
    optional.leaveOut(json);
    json.remove(MAY_CHANGE);
    ArrayNode stages = (ArrayNode) json.get("stages");
    while (stages.size() > stage + 1) {
      stages.remove(stages.size() - 1);
    }
    if (stages.valueStream().allMatch(each -> each.get("timesteps").asInt() == 0)) {
      json.remove("conversion");
    }
    Sha256 sha256 = new Sha256();
    sha256.putText(text(json));
    return HexFormat.of().formatHex(sha256.finish());
  }

  private static String text(ObjectNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree can be written", impossible);
    }
  }
}

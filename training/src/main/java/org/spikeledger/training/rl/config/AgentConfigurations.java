package org.spikeledger.training.rl.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.List;
import org.spikeledger.simulator.agent.StateRule;
import org.spikeledger.training.config.ConfigurationDigest;
import org.spikeledger.training.config.ConfigurationWriter;
import org.spikeledger.training.config.OptionalFields;
import org.spikeledger.training.config.StrictJson;

/** Reads, writes and names agents' configurations. */
public final class AgentConfigurations {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final OptionalFields OPTIONAL =
      new OptionalFields(
          List.of(
              new OptionalFields.Field("", "observationScale", DoubleNode.valueOf(1)),
              new OptionalFields.Field("", "mantissaBits", IntNode.valueOf(23)),
              new OptionalFields.Field("replay", "bytes", BooleanNode.FALSE),
              new OptionalFields.Field("replay", "sequence", IntNode.valueOf(1)),
              new OptionalFields.Field("replay", "burnIn", IntNode.valueOf(0)),
              new OptionalFields.Field("learning", "doubleDqn", BooleanNode.FALSE),
              new OptionalFields.Field("learning", "rewardScale", DoubleNode.valueOf(1)),
              new OptionalFields.Field("learning", "huberThreshold", DoubleNode.valueOf(1)),
              new OptionalFields.Field("stages", "from", TextNode.valueOf("")),
              new OptionalFields.Field(
                  "stages", "membranes", TextNode.valueOf(StateRule.ZEROED.name())),
              new OptionalFields.Field("stages", "initialThreshold", DoubleNode.valueOf(1)),
              new OptionalFields.Field("stages", "initialLeak", DoubleNode.valueOf(1)),
              new OptionalFields.Field("stages", "thresholdScale", DoubleNode.valueOf(1)),
              new OptionalFields.Field("stages", "spikePenalty", DoubleNode.valueOf(0)),
              new OptionalFields.Field(
                  "stages", "targetReward", DoubleNode.valueOf(Double.MAX_VALUE))));

  private AgentConfigurations() {}

  /** Whether an object describes the training of an agent, by its {@code environment}. */
  public static boolean isOne(ObjectNode configuration) {
    return configuration.has("environment");
  }

  /**
   * Reads and checks one file.
   *
   * @throws org.spikeledger.models.BadInputException where a field breaks a rule, which is named
   */
  public static AgentConfiguration read(Path file) {
    return of(StrictJson.read(file), file.toString());
  }

  /**
   * The configuration that an object describes.
   *
   * @param place named in messages
   */
  public static AgentConfiguration of(ObjectNode configuration, String place) {
    OPTIONAL.fill(configuration);
    return StrictJson.bind(configuration, AgentConfiguration.class, place);
  }

  /** Replaces the file, as a whole or not at all. */
  public static void write(AgentConfiguration configuration, Path file) {
    ConfigurationWriter.write(MAPPER.valueToTree(configuration), OPTIONAL, file);
  }

  /** Names what a run has depended on up to a stage; see {@link ConfigurationDigest}. */
  public static String digest(AgentConfiguration configuration, int stage) {
    return ConfigurationDigest.upTo(MAPPER.valueToTree(configuration), OPTIONAL, stage);
  }
}

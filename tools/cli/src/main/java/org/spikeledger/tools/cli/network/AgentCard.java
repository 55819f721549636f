package org.spikeledger.tools.cli.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The card of a network that acts in an environment. */
@JsonPropertyOrder({
  "name",
  "file",
  "environment",
  "timesteps",
  "stateBetweenEnvironmentSteps",
  "reward",
  "sha256"
})
public final class AgentCard extends ZooCard {

  private final String environment;
  private final String stateBetweenEnvironmentSteps;
  private final Reward reward;

  /**
   * What its maker measured.
   *
   * @param episodes how many
   * @param mean of an episode's reward
   * @param deviation of single episodes
   */
  public record Reward(
      @JsonProperty(required = true) int episodes,
      @JsonProperty(required = true) double mean,
      @JsonProperty(required = true) double deviation) {}

  /**
   * A card as it stands in its file; {@link Zoo} checks it.
   *
   * @param name what follows {@code zoo:}
   * @param file the network, beside the card
   * @param environment what it was made for
   * @param timesteps T of an environment step
   * @param stateBetweenEnvironmentSteps carried or zeroed
   * @param reward of whole episodes
   * @param sha256 of the file, 64 hexadecimal digits
   */
  @JsonCreator
  public AgentCard(
      @JsonProperty("name") String name,
      @JsonProperty("file") String file,
      @JsonProperty("environment") String environment,
      @JsonProperty("timesteps") int timesteps,
      @JsonProperty("stateBetweenEnvironmentSteps") String stateBetweenEnvironmentSteps,
      @JsonProperty("reward") Reward reward,
      @JsonProperty("sha256") String sha256) {
    super(name, file, timesteps, sha256);
    this.environment = environment;
    this.stateBetweenEnvironmentSteps = stateBetweenEnvironmentSteps;
    this.reward = reward;
  }

  /** What it was made for, as {@code --environment} names it. */
  @JsonProperty
  public String environment() {
    return environment;
  }

  /** What becomes of its state between environment steps: carried or zeroed. */
  @JsonProperty
  public String stateBetweenEnvironmentSteps() {
    return stateBetweenEnvironmentSteps;
  }

  /** Reward of whole episodes, as its maker measured it. */
  @JsonProperty
  public Reward reward() {
    return reward;
  }
}

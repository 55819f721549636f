package org.spikeledger.tools.cli.network;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the zoo says of a network. A card may say more than these fields; the rest is kept as it
 * stands.
 */
public final class ZooCard {

  private final String name;
  private final String file;
  private final String dataset;
  private final int timesteps;
  private final double accuracy;
  private final String sha256;
  private final Map<String, JsonNode> rest = new LinkedHashMap<>();

  /**
   * A card as it stands in its file; {@link Zoo} checks it.
   *
   * @param name what follows {@code zoo:}
   * @param file the network, beside the card
   * @param dataset what it was made for
   * @param timesteps T that it was made for
   * @param accuracy share of the test images that it classifies rightly, 0..1
   * @param sha256 of the file, 64 hexadecimal digits
   */
  @JsonCreator
  public ZooCard(
      @JsonProperty("name") String name,
      @JsonProperty("file") String file,
      @JsonProperty("dataset") String dataset,
      @JsonProperty("timesteps") int timesteps,
      @JsonProperty("accuracy") double accuracy,
      @JsonProperty("sha256") String sha256) {
    this.name = name;
    this.file = file;
    this.dataset = dataset;
    this.timesteps = timesteps;
    this.accuracy = accuracy;
    this.sha256 = sha256;
  }

  /** What follows {@code zoo:}. */
  @JsonProperty
  public String name() {
    return name;
  }

  /** The network's file name, beside the card. */
  @JsonProperty
  public String file() {
    return file;
  }

  /** What it was made for, as {@code --data} names it. */
  @JsonProperty
  public String dataset() {
    return dataset;
  }

  /** The number of timesteps that it was made for. */
  @JsonProperty
  public int timesteps() {
    return timesteps;
  }

  /** Share of the test images that it classifies rightly, 0..1, as its maker measured it. */
  @JsonProperty
  public double accuracy() {
    return accuracy;
  }

  /** SHA-256 of the file, 64 hexadecimal digits. */
  @JsonProperty
  public String sha256() {
    return sha256;
  }

  /** What else the card says, in its order. */
  @JsonAnyGetter
  public Map<String, JsonNode> rest() {
    return Collections.unmodifiableMap(rest);
  }

  @JsonAnySetter
  void say(String key, JsonNode value) {
    rest.put(key, value);
  }
}

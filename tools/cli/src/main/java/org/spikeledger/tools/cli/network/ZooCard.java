package org.spikeledger.tools.cli.network;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the zoo says of a network. A card may say more than its kind's fields; the rest is kept as
 * it stands.
 */
public abstract sealed class ZooCard permits ImageCard, AgentCard {

  private final String name;
  private final String file;
  private final int timesteps;
  private final String sha256;
  private final Map<String, JsonNode> rest = new LinkedHashMap<>();

  ZooCard(String name, String file, int timesteps, String sha256) {
    this.name = name;
    this.file = file;
    this.timesteps = timesteps;
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

  /** The number of timesteps that it was made for. */
  @JsonProperty
  public int timesteps() {
    return timesteps;
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

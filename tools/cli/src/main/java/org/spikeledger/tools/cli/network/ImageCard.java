package org.spikeledger.tools.cli.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The card of a network that classifies images. */
@JsonPropertyOrder({"name", "file", "dataset", "timesteps", "accuracy", "sha256"})
public final class ImageCard extends ZooCard {

  private final String dataset;
  private final double accuracy;

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
  public ImageCard(
      @JsonProperty("name") String name,
      @JsonProperty("file") String file,
      @JsonProperty("dataset") String dataset,
      @JsonProperty("timesteps") int timesteps,
      @JsonProperty(value = "accuracy", required = true) double accuracy,
      @JsonProperty("sha256") String sha256) {
    super(name, file, timesteps, sha256);
    this.dataset = dataset;
    this.accuracy = accuracy;
  }

  /** What it was made for, as {@code --data} names it. */
  @JsonProperty
  public String dataset() {
    return dataset;
  }

  /** Share of the test images that it classifies rightly, 0..1, as its maker measured it. */
  @JsonProperty
  public double accuracy() {
    return accuracy;
  }
}

package org.spikeledger.training.config;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One layer; its kind is a field of the JSON object. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LayerConfiguration.Convolution.class, name = "convolution"),
  @JsonSubTypes.Type(value = LayerConfiguration.ResidualBlock.class, name = "residualBlock"),
  @JsonSubTypes.Type(value = LayerConfiguration.AveragePool.class, name = "averagePool"),
  @JsonSubTypes.Type(value = LayerConfiguration.Dropout.class, name = "dropout"),
  @JsonSubTypes.Type(value = LayerConfiguration.Linear.class, name = "linear")
})
@JsonIgnoreProperties(value = "spatial", allowGetters = true)
public sealed interface LayerConfiguration {

  /** No extent is larger, so that sums and products of two stay far from overflowing. */
  int LARGEST = 1 << 16;

  private static void requireSize(String field, int value) {
    Rules.require(value > 0 && value <= LARGEST, "a size lies in 1..65536", field, value);
  }

  /** Whether the layer needs rows and columns. */
  default boolean isSpatial() {
    return this instanceof Convolution
        || this instanceof ResidualBlock
        || this instanceof AveragePool;
  }

  /**
   * A square two-dimensional convolution.
   *
   * @param channels out, at least {@link #FEWEST_CHANNELS}
   * @param kernel side, in pixels
   * @param stride in pixels, both directions
   * @param padding zeros on every side
   */
  record Convolution(int channels, int kernel, int stride, int padding)
      implements LayerConfiguration {
    /** With fewer, libtorch's gradients by a convolution's input are wrong on some processors. */
    public static final int FEWEST_CHANNELS = 4;

    /** Refuses sizes that are too small or too large. */
    public Convolution {
      requireChannels(channels);
      requireSize("kernel", kernel);
      requireSize("stride", stride);
      Rules.require(
          padding >= 0 && padding <= LARGEST, "a padding lies in 0..65536", "padding", padding);
    }

    private static void requireChannels(int channels) {
      Rules.require(
          channels >= FEWEST_CHANNELS,
          "a convolution has at least 4 channels",
          "channels",
          channels);
      requireSize("channels", channels);
    }
  }

  /**
   * Two 3x3 convolutions with padding 1 and a shortcut around them, whose values are added to the
   * currents of the second; a layer of neurons follows the first convolution and the sum. The
   * shortcut carries values as they are, or through a 1x1 convolution where the map's size or
   * channels change (He et al. 2016).
   *
   * @param channels out of both convolutions, at least {@link Convolution#FEWEST_CHANNELS}
   * @param stride of the first convolution and of the 1x1 one
   */
  record ResidualBlock(int channels, int stride) implements LayerConfiguration {
    /** Refuses sizes that are too small or too large. */
    public ResidualBlock {
      Convolution.requireChannels(channels);
      requireSize("stride", stride);
    }
  }

  /**
   * Mean over square windows that do not overlap.
   *
   * @param size side of a window, in pixels
   */
  record AveragePool(int size) implements LayerConfiguration {
    /** Refuses a size below 2. */
    public AveragePool {
      Rules.require(size > 1, "a window has a side of at least 2", "size", size);
    }
  }

  /**
   * Silences neurons at random while training; one mask serves all timesteps of a pass.
   *
   * @param probability that a neuron is silenced
   */
  record Dropout(double probability) implements LayerConfiguration {
    /** Refuses a probability outside 0..1. */
    public Dropout {
      Rules.require(
          probability >= 0 && probability < 1, "it lies in [0, 1)", "probability", probability);
    }
  }

  /**
   * A layer in which every input reaches every unit; a map is flattened in front of it.
   *
   * @param units out
   */
  record Linear(int units) implements LayerConfiguration {
    /** Refuses a size that is not positive or too large. */
    public Linear {
      requireSize("units", units);
    }
  }
}

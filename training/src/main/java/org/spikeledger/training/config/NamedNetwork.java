package org.spikeledger.training.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.spikeledger.training.config.LayerConfiguration.AveragePool;
import org.spikeledger.training.config.LayerConfiguration.Convolution;
import org.spikeledger.training.config.LayerConfiguration.Dropout;
import org.spikeledger.training.config.LayerConfiguration.Linear;
import org.spikeledger.training.config.LayerConfiguration.ResidualBlock;

/**
 * A network of the paper by its name, in place of its layers. {@code vgg5}, {@code vgg9}, {@code
 * vgg16} and {@code resnet20} are those of the paper's authors for 32 x 32 images; this ResNet20
 * has three convolutions of 64 channels and blocks of 64 to 512, more than He's.
 *
 * @param name one of these
 * @param width factor on every number of channels, in (0, 1]
 * @param classes units of the output
 * @param hidden units of each of the two linear layers before the output (the paper's: 4096); 0
 *     leaves them out
 * @param dropout probability before the output and between linear layers; 0 for none
 * @param batchNormalisation see {@link NetworkConfiguration}
 */
record NamedNetwork(
    String name,
    double width,
    int classes,
    int hidden,
    double dropout,
    boolean batchNormalisation) {
  private static final String VGG5 = "64 A 128 128 A";
  private static final String VGG9 = "64 A 128 256 A 256 512 A 512 A 512";
  private static final String VGG16 = "64 64 A 128 128 A 256 256 256 A 512 512 512 A 512 512 512";
  private static final String RESNET20 = "64 64 64 A R64 R64 S128 R128 S256 R256 S512 R512";

  NamedNetwork {
    Rules.require(width > 0 && width <= 1, "it lies in (0, 1]", "network.width", width);
    Rules.require(hidden >= 0, "it is not negative", "network.hidden", hidden);
  }

  /** Replaces a name in a configuration by the layers that it means. */
  static void expand(ObjectNode configuration, ObjectMapper mapper) throws JsonProcessingException {
    JsonNode network = configuration.get("network");
    if (!(network instanceof ObjectNode named) || !named.has("name")) {
      return;
    }
    setMissing(named, "hidden", IntNode.valueOf(0));
    setMissing(named, "dropout", DoubleNode.valueOf(0));
    NamedNetwork read = mapper.treeToValue(named, NamedNetwork.class);
    configuration.set("network", mapper.valueToTree(read.network()));
    JsonNode export = configuration.get("export");
    if (export instanceof ObjectNode object && object.path("width").asDouble() == 1) {
      object.set("width", DoubleNode.valueOf(read.width()));
    }
  }

  private static void setMissing(ObjectNode object, String field, JsonNode value) {
    if (!object.has(field)) {
      object.set(field, value);
    }
  }

  /** The layers it means. */
  NetworkConfiguration network() {
    List<LayerConfiguration> layers = new ArrayList<>();
    for (String part : parts().split(" ", -1)) {
      layers.add(layer(part));
    }
    for (int i = 0; i < (hidden == 0 ? 0 : 2); i++) {
      layers.add(new Linear(hidden));
      addDropout(layers);
    }
    if (hidden == 0) {
      addDropout(layers);
    }
    layers.add(new Linear(classes));
    return new NetworkConfiguration(batchNormalisation, layers);
  }

  private String parts() {
    return switch (name) {
      case "vgg5" -> VGG5;
      case "vgg9" -> VGG9;
      case "vgg16" -> VGG16;
      case "resnet20" -> RESNET20;
      default -> {
        Rules.require(false, "known are vgg5, vgg9, vgg16, resnet20", "network.name", name);
        throw new IllegalStateException("refused: " + name);
      }
    };
  }

  /** A number is a convolution, A a pool, R a residual block, S one of stride 2. */
  private LayerConfiguration layer(String part) {
    return switch (part.charAt(0)) {
      case 'A' -> new AveragePool(2);
      case 'R' -> new ResidualBlock(channels(part.substring(1)), 1);
      case 'S' -> new ResidualBlock(channels(part.substring(1)), 2);
      default -> new Convolution(channels(part), 3, 1, 1);
    };
  }

  private int channels(String full) {
    return Math.toIntExact(
        Math.max(Convolution.FEWEST_CHANNELS, Math.round(Integer.parseInt(full) * width)));
  }

  private void addDropout(List<LayerConfiguration> layers) {
    if (dropout > 0) {
      layers.add(new Dropout(dropout));
    }
  }
}

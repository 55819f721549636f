package org.spikeledger.simulator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;

/** The network that a golden case describes in words a reader can follow. */
final class GoldenNetwork {

  private GoldenNetwork() {}

  static Graph of(JsonNode network) {
    Graph.Builder builder = Graph.builder();
    network.get("nodes").properties().forEach(e -> builder.node(e.getKey(), node(e.getValue())));
    network.get("edges").forEach(edge -> builder.edge(edge.get(0).asText(), edge.get(1).asText()));
    return builder.build();
  }

  private static Node node(JsonNode node) {
    String type = node.get("type").asText();
    return switch (type) {
      case "Input" -> new Input(shape(node.get("shape")));
      case "Output" -> new Output();
      case "Flatten" ->
          new Flatten(node.get("startDimension").asInt(), node.get("endDimension").asInt());
      case "Linear" -> new Linear(tensor(node.get("weight")));
      case "Affine" -> new Affine(tensor(node.get("weight")), tensor(node.get("bias")));
      case "Conv2d" -> convolution(node);
      case "AvgPool2d" ->
          new AvgPool2d(
              extent(node.get("kernel")),
              extent(node.get("stride")),
              extent(node.get("padding")),
              node.get("countPadding").asBoolean());
      case "IF" -> new IF(tensor(node.get("gain")), firing(node));
      case "LIF" ->
          new LIF(
              tensor(node.get("leak")),
              tensor(node.get("gain")),
              tensor(node.get("drift")),
              firing(node));
      default -> throw new IllegalArgumentException("no golden case has this node: type=" + type);
    };
  }

  private static Conv2d convolution(JsonNode node) {
    Extent2d padding = extent(node.get("padding"));
    return new Conv2d(
        tensor(node.get("weight")),
        Optional.ofNullable(node.get("bias")).map(GoldenNetwork::tensor),
        extent(node.get("stride")),
        Padding.of(padding.rows(), padding.columns()),
        extent(node.get("dilation")),
        node.get("groups").asInt());
  }

  private static Firing firing(JsonNode node) {
    return new Firing(
        tensor(node.get("threshold")),
        ThresholdRule.valueOf(node.get("thresholdRule").asText()),
        SpikeRule.valueOf(node.get("spikeRule").asText()),
        ResetRule.valueOf(node.get("resetRule").asText()),
        tensor(node.get("resetValue")));
  }

  private static Extent2d extent(JsonNode pair) {
    return new Extent2d(pair.get(0).asInt(), pair.get(1).asInt());
  }

  static Shape shape(JsonNode extents) {
    List<Integer> dimensions = new ArrayList<>();
    extents.forEach(extent -> dimensions.add(extent.asInt()));
    return new Shape(dimensions);
  }

  /** Nested lists of numbers, or one number for a scalar. */
  private static Tensor tensor(JsonNode values) {
    List<Integer> extents = new ArrayList<>();
    for (JsonNode level = values; level.isArray(); level = level.get(0)) {
      extents.add(level.size());
    }
    List<Float> flat = new ArrayList<>();
    flatten(values, flat);
    float[] array = new float[flat.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = flat.get(i);
    }
    return Tensor.adopt(new Shape(extents), array);
  }

  private static void flatten(JsonNode values, List<Float> flat) {
    if (values.isArray()) {
      values.forEach(each -> flatten(each, flat));
    } else {
      flat.add((float) values.asDouble());
    }
  }
}

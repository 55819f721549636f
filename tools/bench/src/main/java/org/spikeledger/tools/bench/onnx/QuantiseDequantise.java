package org.spikeledger.tools.bench.onnx;

import java.util.List;
import java.util.Map;
import org.spikeledger.models.graph.Tensor;

/**
 * Numbers pass through int8. Weights are symmetric, one scale a target channel of a convolution and
 * one a fully connected layer; activations are unsigned, 0 standing for 0, so that quantising them
 * is the rectifier too; the input is unsigned around 128.
 *
 * @param largest absolute value of each named activation
 */
record QuantiseDequantise(Map<String, Float> largest) implements Representation {

  private static final float UNSIGNED_STEPS = 255f;
  private static final float SIGNED_STEPS = 127f;

  @Override
  public String input(OnnxGraph graph, String value) {
    return passed(graph, value, scale(graph, value, largest.get(value) / SIGNED_STEPS), 128);
  }

  @Override
  public String weights(OnnxGraph graph, String layer, Tensor weight) {
    int[] shape = weight.shape().dimensions().stream().mapToInt(Integer::intValue).toArray();
    int scales = shape.length == 4 ? shape[0] : 1;
    QuantisedWeights quantised = QuantisedWeights.of(weight.toArray(), scales);
    int[] scaleShape = scales == 1 ? new int[0] : new int[] {scales};
    String name = layer + ".weight";
    List<String> inputs =
        List.of(
            graph.bytes(name + ".int8", ElementType.INT8, quantised.values(), shape),
            graph.floats(name + ".scale", quantised.scales(), scaleShape),
            graph.bytes(name + ".zero", ElementType.INT8, new byte[scales], scaleShape));
    return graph.node("DequantizeLinear", name, inputs, Attribute.number("axis", 0));
  }

  @Override
  public String rectified(OnnxGraph graph, String layer, String sum) {
    String scale = scale(graph, sum, largest.get(layer + AnnModel.ACTIVATION) / UNSIGNED_STEPS);
    return passed(graph, sum, scale, 0);
  }

  @Override
  public String kept(OnnxGraph graph, String value, String activation) {
    String scale = scale(graph, value, largest.get(activation) / UNSIGNED_STEPS);
    return passed(graph, value, scale, 0);
  }

  private static String scale(OnnxGraph graph, String value, float scale) {
    return graph.floats(value + ".scale", new float[] {scale});
  }

  private static String passed(OnnxGraph graph, String value, String scale, int zero) {
    String zeroPoint = graph.bytes(value + ".zero", ElementType.UINT8, new byte[] {(byte) zero});
    List<String> there = List.of(value, scale, zeroPoint);
    String quantised = graph.node("QuantizeLinear", value + ".quantised", there);
    List<String> back = List.of(quantised, scale, zeroPoint);
    return graph.node("DequantizeLinear", value + ".dequantised", back);
  }
}

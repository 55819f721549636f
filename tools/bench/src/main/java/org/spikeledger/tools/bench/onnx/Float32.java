package org.spikeledger.tools.bench.onnx;

import java.util.List;
import org.spikeledger.models.graph.Tensor;

/** Every number is a float32. */
record Float32() implements Representation {

  @Override
  public String input(OnnxGraph graph, String value) {
    return value;
  }

  @Override
  public String weights(OnnxGraph graph, String layer, Tensor weight) {
    int[] shape = weight.shape().dimensions().stream().mapToInt(Integer::intValue).toArray();
    return graph.floats(layer + ".weight", weight.toArray(), shape);
  }

  @Override
  public String rectified(OnnxGraph graph, String layer, String sum) {
    return graph.node("Relu", layer + AnnModel.ACTIVATION, List.of(sum));
  }

  @Override
  public String kept(OnnxGraph graph, String value, String activation) {
    return value;
  }
}

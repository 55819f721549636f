package org.spikeledger.tools.bench.onnx;

import org.spikeledger.models.graph.Tensor;

/** How numbers are held between the operators of a model. */
sealed interface Representation permits Float32, QuantiseDequantise {

  /** The network's input in this representation. */
  String input(OnnxGraph graph, String value);

  /** A layer's weights in this representation. */
  String weights(OnnxGraph graph, String layer, Tensor weight);

  /** A rectified sum in this representation. */
  String rectified(OnnxGraph graph, String layer, String sum);

  /**
   * A value that an operator without weights gave, in this representation.
   *
   * @param activation the network's input or the rectified values that it was made of, whose range
   *     it keeps
   */
  String kept(OnnxGraph graph, String value, String activation);
}

package org.spikeledger.tools.bench.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An ONNX graph under construction ({@code GraphProto}). Values are named; names are unique. Field
 * numbers are those of onnx.proto.
 */
final class OnnxGraph {

  // Versions of the format and of the operators, old enough for every runtime of today.
  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 17;

  private final Message graph = new Message().text(2, "ann");

  /** Declares an input of float32 values. */
  void input(String name, int... shape) {
    graph.message(11, value(name, shape));
  }

  /** Declares an output of float32 values. */
  void output(String name, int... shape) {
    graph.message(12, value(name, shape));
  }

  /** Adds a constant of float32 values; without a shape, a scalar. */
  String floats(String name, float[] values, int... shape) {
    ByteBuffer raw =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return tensor(name, ElementType.FLOAT, raw.array(), shape);
  }

  /** Adds a constant of bytes; without a shape, a scalar. */
  String bytes(String name, ElementType type, byte[] values, int... shape) {
    return tensor(name, type, values, shape);
  }

  /** Adds a node with one output, which has the node's name. */
  String node(String operator, String name, List<String> inputs, Attribute... attributes) {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, name).text(3, name).text(4, operator);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    graph.message(1, node);
    return name;
  }

  /** The model as the bytes of a file. */
  byte[] model() {
    Message operators = new Message().text(1, "").number(2, OPERATOR_SET);
    return new Message()
        .number(1, IR_VERSION)
        .text(2, "spikeledger")
        .message(7, graph)
        .message(8, operators)
        .toBytes();
  }

  private String tensor(String name, ElementType type, byte[] raw, int... shape) {
    Message tensor = new Message();
    for (int extent : shape) {
      tensor.number(1, extent);
    }
    graph.message(5, tensor.number(2, type.number()).text(8, name).bytes(9, raw));
    return name;
  }

  private static Message value(String name, int... shape) {
    Message extents = new Message();
    for (int extent : shape) {
      extents.message(1, new Message().number(1, extent));
    }
    Message tensor = new Message().number(1, ElementType.FLOAT.number()).message(2, extents);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }
}

package org.spikeledger.tools.bench.onnx;

/**
 * The element types of tensors that we write, with their number in {@code TensorProto.DataType}.
 */
enum ElementType {
  FLOAT(1),
  UINT8(2),
  INT8(3);

  private final int number;

  ElementType(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}

package org.spikeledger.tools.bench.onnx;

import java.util.Arrays;
import java.util.List;

/**
 * An attribute of a node ({@code AttributeProto}): a whole number, or a list of them.
 *
 * @param name as the operator's specification has it
 * @param isList whether it is a list
 * @param values one, or the list
 */
record Attribute(String name, boolean isList, List<Integer> values) {

  private static final int INT = 2;
  private static final int INTS = 7;

  static Attribute number(String name, int value) {
    return new Attribute(name, false, List.of(value));
  }

  static Attribute list(String name, int... values) {
    return new Attribute(name, true, Arrays.stream(values).boxed().toList());
  }

  Message message() {
    Message message = new Message().text(1, name);
    for (int value : values) {
      message.number(isList ? 8 : 3, value);
    }
    return message.number(20, isList ? INTS : INT);
  }
}

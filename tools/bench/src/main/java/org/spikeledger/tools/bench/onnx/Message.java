package org.spikeledger.tools.bench.onnx;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A protobuf message under construction; fields by number, as onnx.proto gives them. */
final class Message {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  Message number(int field, long value) {
    return write(() -> out.writeInt64(field, value));
  }

  Message text(int field, String value) {
    return write(() -> out.writeString(field, value));
  }

  Message bytes(int field, byte[] value) {
    return write(() -> out.writeByteArray(field, value));
  }

  Message message(int field, Message value) {
    return bytes(field, value.toBytes());
  }

  byte[] toBytes() {
    write(out::flush);
    return bytes.toByteArray();
  }

  private Message write(Field field) {
    try {
      field.write();
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private interface Field {
    void write() throws IOException;
  }
}

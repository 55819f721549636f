package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;
import org.spikeledger.traces.record.TraceRecorder;
import org.spikeledger.traces.replay.TraceReader;

/** A whole trace, written down word by word from the specification. */
class GoldenTraceTest {

  private static final byte[] DIGEST =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void aTraceIsTheBytesOfItsSpecification() throws Exception {
    Path file = folder.resolve("golden");
    try (TraceRecorder recorder = TraceRecorder.create(file, header())) {
      recorder.onInference(inference(), 3);
      recorder.complete();
    }
    assertEquals(hex(expected()), hex(Files.readAllBytes(file)));
  }

  @Test
  void aSourceThatIsNoLayerIsRefused() {
    BadInputException refused = assertThrows(BadInputException.class, () -> header("elsewhere"));
    assertEquals(
        "a layer's source is a layer: source=elsewhere layer=output", refused.getMessage());
  }

  @Test
  void aCounterOf2To63OrMoreIsRefused() throws Exception {
    Path file = folder.resolve("large");
    InferenceRecord large = inference();
    large.counters().set(1, 0, Primitive.UPDATED, -1);
    try (TraceRecorder recorder = TraceRecorder.create(file, header())) {
      recorder.onInference(large, 3);
      recorder.complete();
    }
    try (TraceReader reader = TraceReader.open(file)) {
      BadInputException refused = assertThrows(BadInputException.class, reader::next);
      assertTrue(
          refused.getMessage().startsWith("a count is below 2^63: updated=18446744073709551615"),
          refused.getMessage());
    }
  }

  @Test
  void moreLayersAndTimestepsThanAnInferenceHasRoomForAreRefused() {
    TraceHeader small = header();
    List<TraceLayer> layers = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      layers.add(small.layers().getFirst());
    }
    layers.add(small.layers().getLast());
    BadInputException refused =
        assertThrows(BadInputException.class, () -> header(1 << 16, layers));
    assertTrue(refused.getMessage().contains("layers=2001 timesteps=65536"), refused.getMessage());
  }

  private static TraceHeader header() {
    return header("hidden");
  }

  private static TraceHeader header(String sourceOfOutput) {
    Layer hidden = new Layer(0, "hidden", 18, false, List.of("c"));
    Layer output = new Layer(1, "output", 1, true, List.of("d"));
    return header(
        1,
        List.of(
            new TraceLayer(
                new LayerFacts(hidden, "K", 36, 37, 35, 18, 2, true, false, true, false, List.of()),
                Shape.of(2, 3, 3)),
            new TraceLayer(
                new LayerFacts(
                    output,
                    "O",
                    18,
                    19,
                    17,
                    0,
                    20,
                    false,
                    false,
                    false,
                    true,
                    List.of(sourceOfOutput)),
                Shape.of(1))));
  }

  private static TraceHeader header(int timesteps, List<TraceLayer> layers) {
    return new TraceHeader(
        "net",
        "é",
        "00".repeat(31) + "ff",
        timesteps,
        "float32",
        Shape.of(2),
        ValueKind.ANALOG,
        false,
        true,
        layers,
        List.of(new ProbedLayer(0, List.of(2, 17))),
        "v",
        7);
  }

  private static InferenceRecord inference() {
    PotentialLog potentials = new PotentialLog(header().probes(), 1);
    potentials.set(0, 0, 0, -1f);
    potentials.set(0, 0, 1, 0.5f);
    InferenceRecord record = new InferenceRecord(2, 1, Shape.of(1)).keeping(potentials);
    record.begin(5, new DirectInput(Shape.of(2), new float[] {1f, -0f}));
    record.spikes().append(new int[] {0, 1, 2, 3, 17}, new int[] {1, 1, 1, 1, 130}, 5);
    record.spikes().append(new int[0], null, 0);
    record.counters().set(0, 0, Primitive.SPIKES, 134);
    record.counters().set(1, 0, Primitive.UPDATED, Long.MAX_VALUE);
    record.output()[0] = 2f;
    record.complete(DIGEST);
    return record;
  }

  private static byte[] expected() throws Exception {
    Words file = new Words().bytes(0x89, 'S', 'L', 'T', 0x0d, 0x0a, 0x1a, 0x0a);
    file.frame(headerBody());
    int palette = file.size();
    file.frame(paletteBody());
    int inference = file.size();
    file.frame(inferenceBody(palette));
    int index = file.size();
    file.frame(indexBody(inference));
    file.frame(footerBody(index, file.size()));
    return file.toByteArray();
  }

  private static Words headerBody() {
    Words body = new Words().message(43, 1);
    body.int32(1).int32(7).bytes(2, 0, 1);
    body.raw(new byte[31]).bytes(0xff);
    body.group(4, 1).int32(2);
    body.group(0, 15);
    for (String key :
        List.of(
            "spikes",
            "eventsIn",
            "undelivered",
            "accumulates",
            "multiplyAccumulates",
            "effectiveAccumulates",
            "effectiveMultiplyAccumulates",
            "expandedAccumulates",
            "pooledMultiplyAccumulates",
            "directMultiplyAccumulates",
            "borderlessFanOut",
            "touched",
            "effectiveTouched",
            "visited",
            "updated")) {
      body.text(key);
    }
    body.group(45, 2);
    body.int32(18).bytes(0b01010).int64(36).int64(37).int64(35).int64(18).int64(2);
    body.group(4, 3).int32(2).int32(3).int32(3);
    body.group(0, 1).text("c");
    body.group(0, 0).text("hidden").text("K");
    body.int32(1).bytes(0b10001).int64(18).int64(19).int64(17).int64(0).int64(20);
    body.group(4, 1).int32(1);
    body.group(0, 1).text("d");
    body.group(0, 1).text("hidden").text("output").text("O");
    body.group(2, 1).int16(0).int32(3).bytes(2, 2, 14);
    return body.text("net").text("é").text("float32").text("v");
  }

  private static Words paletteBody() {
    return new Words().message(0, 4).group(0, 1).int32(8).int32(0x3f800000).int32(0x80000000);
  }

  private static Words inferenceBody(int palette) {
    Words body = new Words().message(53, 2);
    body.int64(5).int32(3).bytes(0).int64(palette).raw(DIGEST);
    body.int32(2).bytes(0, 1);
    body.int32(11).bytes(5 * 8 + 1 + 2, 0b1111, 0, 0b10, 0, 0, 0, 0, 0x81, 0x01, 0);
    body.int32(2 + 14 + 14 + 9).bytes(0x86, 0x01).raw(new byte[14 + 14]);
    body.raw(HexFormat.of().parseHex("ffffffffffffffff7f"));
    body.int32(4).int32(0x40000000);
    return body.int32(8).int32(0xbf800000).int32(0x3f000000);
  }

  private static Words indexBody(int inference) {
    return new Words().message(8, 5).int64(0).int32(8).int64(inference);
  }

  private static Words footerBody(int index, int own) throws Exception {
    Words body = new Words().message(48, 3);
    body.int64(1).int64(134);
    body.raw(MessageDigest.getInstance("SHA-256").digest(DIGEST));
    return body.int32(16).int64(index).int64(own);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }

  /** Little-endian words, one after the other. */
  private static final class Words {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Words bytes(int... bytes) {
      for (int each : bytes) {
        out.write(each);
      }
      return this;
    }

    Words raw(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    Words int16(int value) {
      return bytes(value, value >> 8);
    }

    Words int32(int value) {
      return int16(value).int16(value >> 16);
    }

    Words int64(long value) {
      return int32((int) value).int32((int) (value >> 32));
    }

    Words text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return int16(bytes.length).raw(bytes);
    }

    Words group(int blockLength, int entries) {
      return int16(blockLength).int16(entries);
    }

    Words message(int blockLength, int templateId) {
      return int16(blockLength).int16(templateId).int16(21580).int16(1);
    }

    void frame(Words body) {
      byte[] bytes = body.toByteArray();
      CRC32C crc = new CRC32C();
      crc.update(bytes);
      byte[] covered =
          ByteBuffer.allocate(16)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(size())
              .putInt(bytes.length)
              .putInt((int) crc.getValue())
              .array();
      CRC32C headerCrc = new CRC32C();
      headerCrc.update(covered);
      int32(bytes.length).int32((int) crc.getValue()).int32((int) headerCrc.getValue());
      raw(bytes);
    }

    int size() {
      return out.size();
    }

    byte[] toByteArray() {
      return out.toByteArray();
    }
  }
}

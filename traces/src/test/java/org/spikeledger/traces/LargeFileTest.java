package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.replay.TraceReader;

/**
 * A trace of more than 4 GiB, most of it holes: a whole one, with frames of zeros put behind its
 * header that every reader may skip.
 */
@EnabledIfSystemProperty(
    named = "spikeledger.test.large",
    matches = "true",
    disabledReason = "a file of 5 GiB, mostly holes, is read under the profile full")
class LargeFileTest {

  private static final int FRAME = 12;
  private static final int FILLER = (1 << 30) - FRAME;
  private static final int FILLERS = 5;

  @TempDir Path folder;

  @Test
  void inferencesBehindFourGibibytesAreReadAndFound() throws Exception {
    List<String> recorded =
        Traces.record(RandomRun.withSeveralInferences(), folder.resolve("small"));
    Path large = folder.resolve("large");
    shift(Files.readAllBytes(folder.resolve("small")), large);
    assertTrue(Files.size(large) > 5L << 30);
    assertEquals(recorded, Traces.read(large));
    try (TraceReader reader = TraceReader.open(large)) {
      assertEquals(recorded.size(), reader.footer().orElseThrow().inferences());
      for (int i = recorded.size() - 1; i >= 0; i--) {
        reader.seek(i);
        TracedInference found = reader.next().orElseThrow();
        assertTrue(found.place().offset() > 5L << 30);
        assertEquals(recorded.get(i), Inferences.text(found));
      }
    }
  }

  /** Copies frames behind the filler; each knows its own offset, and some know others'. */
  private static void shift(byte[] small, Path large) throws IOException {
    ByteBuffer from = ByteBuffer.wrap(small).order(ByteOrder.LITTLE_ENDIAN);
    int headerEnd = 8 + FRAME + from.getInt(8);
    long shift = (long) FILLERS * (FILLER + FRAME);
    try (FileChannel out =
        FileChannel.open(large, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      out.write(from.slice(0, headerEnd));
      long at = headerEnd;
      for (int i = 0; i < FILLERS; i++) {
        ByteBuffer head = frame(at, FILLER, fillerChecksum());
        out.write(head, at);
        out.write(fillerHead(), at + FRAME);
        at += FRAME + FILLER;
      }
      for (int start = headerEnd; start < small.length; ) {
        int length = from.getInt(start);
        ByteBuffer body = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        body.put(0, small, start + FRAME, length);
        shiftOffsets(body, shift);
        CRC32C crc = new CRC32C();
        crc.update(body.duplicate());
        out.write(frame(start + shift, length, (int) crc.getValue()), start + shift);
        out.write(body, start + shift + FRAME);
        start += FRAME + length;
      }
    }
  }

  private static void shiftOffsets(ByteBuffer body, long shift) {
    int template = body.getShort(2);
    int fixed = 8 + body.getShort(0);
    if (template == 2 && body.getLong(8 + 18) != 0) {
      body.putLong(8 + 18, body.getLong(8 + 18) + shift);
    }
    if (template == 3 || template == 5) {
      for (int at = fixed + 4; at < body.capacity(); at += 8) {
        body.putLong(at, body.getLong(at) + shift);
      }
    }
  }

  private static ByteBuffer frame(long offset, int length, int bodyChecksum) {
    ByteBuffer covered = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    covered.putLong(offset).putInt(length).putInt(bodyChecksum).flip();
    CRC32C crc = new CRC32C();
    crc.update(covered);
    ByteBuffer frame = ByteBuffer.allocate(FRAME).order(ByteOrder.LITTLE_ENDIAN);
    return frame.putInt(length).putInt(bodyChecksum).putInt((int) crc.getValue()).flip();
  }

  /** An SBE header of a message that a reader may skip. */
  private static ByteBuffer fillerHead() {
    ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    short schema = 21580;
    return head.putShort((short) 0)
        .putShort((short) 100)
        .putShort(schema)
        .putShort((short) 9)
        .flip();
  }

  private static int fillerChecksum() {
    CRC32C crc = new CRC32C();
    crc.update(fillerHead());
    byte[] zeros = new byte[1 << 20];
    for (long left = FILLER - 8L; left > 0; left -= zeros.length) {
      crc.update(zeros, 0, (int) Math.min(left, zeros.length));
    }
    return (int) crc.getValue();
  }
}

package org.spikeledger.traces.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.agrona.MutableDirectBuffer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.traces.format.sbe.FooterDecoder;
import org.spikeledger.traces.format.sbe.FooterEncoder;
import org.spikeledger.traces.format.sbe.MessageHeaderEncoder;

/** A {@link TraceFooter} to and from the Footer message. */
public final class FooterMessage {

  /** The template id of the Footer message. */
  public static final int TEMPLATE_ID = FooterDecoder.TEMPLATE_ID;

  private FooterMessage() {}

  /**
   * Encodes a footer.
   *
   * @param frameOffset of the footer's own frame in the file
   * @return the length of the body
   */
  public static int write(
      TraceFooter footer, long frameOffset, MutableDirectBuffer buffer, int offset) {
    OffsetIndex index = footer.index();
    ByteBuffer offsets =
        ByteBuffer.allocate(Long.BYTES * (index.size() + 1)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < index.size(); i++) {
      offsets.putLong(index.offset(i));
    }
    offsets.putLong(frameOffset);
    FooterEncoder encoder =
        new FooterEncoder()
            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
            .inferences(footer.inferences())
            .spikes(footer.spikes())
            .stride(index.stride())
            .putRunDigest(HexFormat.of().parseHex(footer.runDigest()), 0, TraceFormat.DIGEST_LENGTH)
            .putOffsets(offsets.array(), 0, offsets.capacity());
    return encoder.limit() - offset;
  }

  /**
   * Decodes a footer.
   *
   * @throws BadInputException where the message breaks a rule, with its place
   */
  public static TraceFooter read(Message message) {
    message.checkBlock(FooterDecoder.BLOCK_LENGTH);
    FooterDecoder decoder =
        new FooterDecoder()
            .wrap(message.buffer(), Message.BODY_OFFSET, message.blockLength(), message.version());
    byte[] runDigest = new byte[TraceFormat.DIGEST_LENGTH];
    decoder.getRunDigest(runDigest, 0, runDigest.length);
    try {
      return new TraceFooter(
          decoder.inferences(),
          decoder.spikes(),
          HexFormat.of().formatHex(runDigest),
          index(message, decoder));
    } catch (BadInputException e) {
      throw message.place().refuse(e.getMessage(), e);
    }
  }

  private static OffsetIndex index(Message message, FooterDecoder decoder) {
    int start = Message.BODY_OFFSET + message.blockLength() + FooterDecoder.offsetsHeaderLength();
    int bytes = message.length() - start;
    int words = bytes / Long.BYTES;
    if (bytes % Long.BYTES != 0 || words < 1 || words > OffsetIndex.CAPACITY + 1) {
      throw new BadInputException("a footer holds its offsets: bytes=" + bytes);
    }
    if (decoder.offsetsLength() != bytes) {
      throw new BadInputException(
          "a footer ends with its offsets: bytes=%d announced=%d"
              .formatted(bytes, decoder.offsetsLength()));
    }
    ByteBuffer offsets =
        ByteBuffer.wrap(message.bytes(), start, bytes).order(ByteOrder.LITTLE_ENDIAN);
    long[] values = new long[words - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = offsets.getLong();
      if (values[i] < TraceFormat.MAGIC_LENGTH || values[i] >= message.place().offset()) {
        throw new BadInputException("an index points into the file: indexed=" + values[i]);
      }
    }
    if (offsets.getLong() != message.place().offset()) {
      throw new BadInputException("a footer ends with its own offset:");
    }
    return new OffsetIndex(decoder.stride(), values, values.length);
  }
}

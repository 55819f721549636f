package org.spikeledger.traces.format;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
    List<Long> offsets = new ArrayList<>(footer.indexes());
    offsets.add(frameOffset);
    byte[] bytes = OffsetList.bytes(offsets);
    FooterEncoder encoder =
        new FooterEncoder()
            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
            .inferences(footer.inferences())
            .spikes(footer.spikes())
            .putRunDigest(HexFormat.of().parseHex(footer.runDigest()), 0, TraceFormat.DIGEST_LENGTH)
            .putOffsets(bytes, 0, bytes.length);
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
          indexes(message, decoder));
    } catch (BadInputException e) {
      throw message.place().refuse(e.getMessage(), e);
    }
  }

  private static List<Long> indexes(Message message, FooterDecoder decoder) {
    int start = Message.BODY_OFFSET + message.blockLength() + FooterDecoder.offsetsHeaderLength();
    message.checkRoom(start);
    List<Long> offsets = OffsetList.read(message, start, decoder.offsetsLength());
    if (offsets.isEmpty() || offsets.getLast() != message.place().offset()) {
      throw new BadInputException("a footer ends with its own offset:");
    }
    return offsets.subList(0, offsets.size() - 1);
  }
}

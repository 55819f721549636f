package org.spikeledger.traces.format;

import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.traces.format.sbe.IndexDecoder;
import org.spikeledger.traces.format.sbe.IndexEncoder;
import org.spikeledger.traces.format.sbe.MessageHeaderEncoder;

/**
 * Where some inferences stand: an Index message follows every {@value #INFERENCES} of them and the
 * last ones. The footer says where these messages stand, so that any inference of a whole trace is
 * two steps away.
 *
 * @param first the number of the first one, from 0
 * @param offsets of their frames
 */
public record InferenceIndex(long first, List<Long> offsets) {

  /** The template id of the Index message. */
  public static final int TEMPLATE_ID = IndexDecoder.TEMPLATE_ID;

  /** The inferences of all Index messages but the last. */
  public static final int INFERENCES = 4096;

  /** Copies the list. */
  public InferenceIndex {
    offsets = List.copyOf(offsets);
    if (offsets.isEmpty() || offsets.size() > INFERENCES || first < 0 || first % INFERENCES != 0) {
      throw new BadInputException(
          "an index speaks of at most %d inferences and begins at a multiple: inferences=%d first=%d"
              .formatted(INFERENCES, offsets.size(), first));
    }
  }

  /**
   * Encodes an index.
   *
   * @return the length of the body
   */
  public int write(MutableDirectBuffer buffer, int offset) {
    byte[] bytes = OffsetList.bytes(offsets);
    IndexEncoder encoder =
        new IndexEncoder()
            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
            .first(first)
            .putOffsets(bytes, 0, bytes.length);
    return encoder.limit() - offset;
  }

  /**
   * Decodes an index.
   *
   * @throws BadInputException where the message breaks a rule, with its place
   */
  public static InferenceIndex read(Message message) {
    message.checkBlock(IndexDecoder.BLOCK_LENGTH);
    IndexDecoder decoder =
        new IndexDecoder()
            .wrap(message.buffer(), Message.BODY_OFFSET, message.blockLength(), message.version());
    try {
      int start = Message.BODY_OFFSET + message.blockLength() + IndexDecoder.offsetsHeaderLength();
      message.checkRoom(start);
      return new InferenceIndex(
          decoder.first(), OffsetList.read(message, start, decoder.offsetsLength()));
    } catch (BadInputException e) {
      throw message.place().refuse(e.getMessage(), e);
    }
  }
}

package org.spikeledger.traces.format;

import org.agrona.concurrent.UnsafeBuffer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.traces.format.sbe.MessageHeaderDecoder;

/**
 * The message in a frame's body, before anything but its SBE header is read. Valid until the next
 * frame is read.
 *
 * @param frame that holds it
 * @param place of its frame
 * @param length of the body, the SBE header included
 * @param templateId which message it is
 * @param blockLength of its fixed fields
 * @param version of the schema that wrote it
 */
public record Message(
    FrameReader frame, Place place, int length, int templateId, int blockLength, int version) {

  static final int BODY_OFFSET = MessageHeaderDecoder.ENCODED_LENGTH;

  /** Reads the SBE header of the current frame's body. */
  public static Message of(FrameReader frame) {
    Place place = frame.place();
    if (frame.length() < BODY_OFFSET) {
      throw place.refuse("a body begins with an SBE header: length=" + frame.length());
    }
    int schemaId = frame.word(MessageHeaderDecoder.schemaIdEncodingOffset());
    if (schemaId != MessageHeaderDecoder.SCHEMA_ID) {
      throw place.refuse(
          "a trace is written by its own schema: schemaId=%d expected=%d"
              .formatted(schemaId, MessageHeaderDecoder.SCHEMA_ID));
    }
    Message message =
        new Message(
            frame,
            place,
            frame.length(),
            frame.word(MessageHeaderDecoder.templateIdEncodingOffset()),
            frame.word(MessageHeaderDecoder.blockLengthEncodingOffset()),
            frame.word(MessageHeaderDecoder.versionEncodingOffset()));
    message.checkVersion();
    return message;
  }

  private void checkVersion() {
    if (!isOptional() && (version < 1 || version > TraceFormat.VERSION)) {
      throw place.refuse(
          "this program reads traces up to version %d: version=%d"
              .formatted(TraceFormat.VERSION, version));
    }
  }

  /** Whether a reader that does not know this message may skip it. */
  public boolean isOptional() {
    return templateId >= TraceFormat.FIRST_OPTIONAL_TEMPLATE;
  }

  /** The body; valid up to its length. */
  byte[] bytes() {
    return frame.body();
  }

  /** The body for a decoder, which checks every access against its end. */
  UnsafeBuffer buffer() {
    return new UnsafeBuffer(bytes(), 0, length);
  }

  /** Refuses a body that ends before a position. */
  void checkRoom(int position) {
    if (position > length) {
      throw new BadInputException(
          "a message holds its parts: length=%d needed=%d".formatted(length, position));
    }
  }

  /** Refuses fixed fields that are shorter than this program knows them, or than the body. */
  void checkBlock(int known) {
    if (blockLength < known || blockLength > length - BODY_OFFSET) {
      throw place.refuse(
          "a message holds its fixed fields: blockLength=%d known=%d length=%d"
              .formatted(blockLength, known, length));
    }
  }
}

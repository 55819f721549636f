package org.spikeledger.traces.format;

import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.traces.format.sbe.MessageHeaderEncoder;
import org.spikeledger.traces.format.sbe.PaletteDecoder;
import org.spikeledger.traces.format.sbe.PaletteEncoder;

/** An {@link InputPalette} to the Palette message, and what it says back. */
public final class PaletteMessage {

  /** The template id of the Palette message. */
  public static final int TEMPLATE_ID = PaletteDecoder.TEMPLATE_ID;

  /** A palette of no channels, for inputs that refer to none. */
  public static final PaletteMessage NONE = new PaletteMessage(List.of());

  private final List<float[]> channels;

  private PaletteMessage(List<float[]> channels) {
    this.channels = channels;
  }

  static int write(InputPalette palette, MutableDirectBuffer buffer, int offset) {
    PaletteEncoder encoder =
        new PaletteEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
    PaletteEncoder.ChannelsEncoder channels = encoder.channelsCount(palette.channels());
    SectionWriter section = new SectionWriter();
    for (int channel = 0; channel < palette.channels(); channel++) {
      ChannelPalette values = palette.channel(channel);
      section.clear();
      for (int place = 0; place < values.size(); place++) {
        section.putInt(values.bits(place));
      }
      channels.next().putValues(section.bytes(), 0, section.size());
    }
    return encoder.limit() - offset;
  }

  /**
   * Decodes a palette.
   *
   * @throws BadInputException where the message breaks a rule, with its place
   */
  public static PaletteMessage read(Message message) {
    message.checkBlock(PaletteDecoder.BLOCK_LENGTH);
    PaletteDecoder decoder =
        new PaletteDecoder()
            .wrap(message.buffer(), Message.BODY_OFFSET, message.blockLength(), message.version());
    try {
      List<float[]> channels = new ArrayList<>();
      for (PaletteDecoder.ChannelsDecoder channel : decoder.channels()) {
        channels.add(values(channel));
      }
      return new PaletteMessage(List.copyOf(channels));
    } catch (IndexOutOfBoundsException e) {
      throw message.place().refuse("a palette ends where its content ends:", e);
    } catch (BadInputException e) {
      throw message.place().refuse(e.getMessage(), e);
    }
  }

  private static float[] values(PaletteDecoder.ChannelsDecoder channel) {
    int bytes = channel.valuesLength();
    if (bytes < 0 || bytes % Float.BYTES != 0 || bytes / Float.BYTES > InputPalette.COLOURS) {
      throw new BadInputException(
          "a palette has at most %d values a channel: bytes=%d"
              .formatted(InputPalette.COLOURS, bytes));
    }
    byte[] raw = new byte[bytes];
    channel.getValues(raw, 0, bytes);
    SectionReader reader = new SectionReader("palette", raw, 0, bytes);
    float[] values = new float[bytes / Float.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = reader.readFloat();
    }
    return values;
  }

  /** The number of channels. */
  int channels() {
    return channels.size();
  }

  /** The values of a channel, by place. */
  float[] values(int channel) {
    return channels.get(channel);
  }
}

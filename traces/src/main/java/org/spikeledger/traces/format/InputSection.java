package org.spikeledger.traces.format;

import java.util.Arrays;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.traces.format.sbe.InputForm;

/**
 * The input section; floats are 4 bytes of raw bits:
 *
 * <pre>
 *   DIRECT_PALETTE  a byte   an element in canonical order: the place of its value among those of its
 *                            channel in the Palette frame that the inference names
 *   DIRECT_FLOATS   a float  an element in canonical order; where there is no room in a palette
 *   BINARY_EVENTS   varint   timesteps, then for each one:
 *                   varint   events
 *                   varints  the first canonical index, then each minus the one before minus 1
 *   GRADED_EVENTS   the same, then a float an event in the same order
 *   DIGEST          32 bytes the digest of the encoded input, where inputs are not kept
 * </pre>
 */
final class InputSection {

  private final InputPalette palette;

  /** For inputs of a shape. */
  InputSection(Shape shape) {
    palette = new InputPalette(shape);
  }

  /** The palette of the inputs written so far. */
  InputPalette palette() {
    return palette;
  }

  /** Writes an input; the form that was taken. */
  InputForm write(EncodedInput input, SectionWriter section) {
    return switch (input) {
      case DirectInput direct -> writeDirect(direct, section);
      case EventInput events -> writeEvents(events, section);
    };
  }

  private InputForm writeDirect(DirectInput input, SectionWriter section) {
    if (palette.place(input)) {
      section.putBytes(palette.placed(), input.size());
      return InputForm.DIRECT_PALETTE;
    }
    for (int i = 0; i < input.size(); i++) {
      section.putFloat(input.value(i));
    }
    return InputForm.DIRECT_FLOATS;
  }

  private static InputForm writeEvents(EventInput input, SectionWriter section) {
    section.putVarint(input.timesteps());
    for (int t = 0; t < input.timesteps(); t++) {
      section.putVarint(input.start(t + 1) - input.start(t));
      int before = -1;
      for (int e = input.start(t); e < input.start(t + 1); e++) {
        section.putVarint(input.index(e) - before - 1);
        before = input.index(e);
      }
    }
    if (input.kind() == ValueKind.BINARY) {
      return InputForm.BINARY_EVENTS;
    }
    for (int e = 0; e < input.size(); e++) {
      section.putFloat(input.value(e));
    }
    return InputForm.GRADED_EVENTS;
  }

  /** Reads an input of a shape, which is none of DIGEST. */
  static EncodedInput read(
      InputForm form, Shape shape, PaletteMessage palette, SectionReader section) {
    EncodedInput input =
        switch (form) {
          case DIRECT_PALETTE -> new DirectInput(shape, readPlaces(shape, palette, section));
          case DIRECT_FLOATS -> new DirectInput(shape, readFloats(shape.size(), section));
          case BINARY_EVENTS -> readEvents(shape, section, false);
          case GRADED_EVENTS -> readEvents(shape, section, true);
          case DIGEST, NULL_VAL ->
              throw section.refuse("an input that is kept has one of its forms: form=" + form);
        };
    section.finish();
    return input;
  }

  private static float[] readPlaces(Shape shape, PaletteMessage palette, SectionReader section) {
    int channels = InputPalette.channels(shape);
    if (palette.channels() != channels) {
      throw section.refuse(
          "a palette has the input's channels: palette=%d input=%d"
              .formatted(palette.channels(), channels));
    }
    section.need(shape.size());
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      float[] known = palette.values(i % channels);
      int place = section.readByte();
      if (place >= known.length) {
        throw section.refuse("a palette holds each value: place=%d".formatted(place));
      }
      values[i] = known[place];
    }
    return values;
  }

  private static float[] readFloats(int count, SectionReader section) {
    section.need(4L * count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = section.readFloat();
    }
    return values;
  }

  private static EventInput readEvents(Shape shape, SectionReader section, boolean graded) {
    int timesteps = section.readBounded("timesteps", section.remaining());
    int[] starts = new int[timesteps + 1];
    int[] indices = new int[section.remaining()];
    for (int t = 0; t < timesteps; t++) {
      int events = section.readBounded("events", section.remaining());
      starts[t + 1] = starts[t] + events;
      int before = -1;
      for (int e = starts[t]; e < starts[t + 1]; e++) {
        before += section.readBounded("delta", shape.size() - 2L - before) + 1;
        indices[e] = before;
      }
    }
    int events = starts[timesteps];
    float[] values = graded ? readFloats(events, section) : null;
    return new EventInput(shape, starts, Arrays.copyOf(indices, events), values);
  }
}

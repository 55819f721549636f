package org.spikeledger.traces.format;

import java.util.Arrays;
import org.agrona.collections.Int2IntHashMap;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.traces.format.sbe.InputForm;

/**
 * The input section, before deflation; floats are 4 bytes of raw bits:
 *
 * <pre>
 *   DIRECT_PALETTE  varint   distinct values, 1..256
 *                   floats   these, in order of first appearance (equal means equal bits)
 *                   a byte   an element in canonical order: which of them it has
 *   DIRECT_FLOATS   a float  an element in canonical order; where no palette is smaller
 *   BINARY_EVENTS   varint   timesteps, then for each one:
 *                   varint   events
 *                   varints  the first canonical index, then each minus the one before minus 1
 *   GRADED_EVENTS   the same, then a float an event in the same order
 * </pre>
 */
final class InputSection {

  private static final int PALETTE = 256;
  private static final int ABSENT = -1;

  private final Int2IntHashMap places = new Int2IntHashMap(2 * PALETTE, 0.5f, ABSENT);
  private final int[] palette = new int[PALETTE];

  /** Writes an input; the form that was taken. */
  InputForm write(EncodedInput input, SectionWriter section) {
    return switch (input) {
      case DirectInput direct -> writeDirect(direct, section);
      case EventInput events -> writeEvents(events, section);
    };
  }

  private InputForm writeDirect(DirectInput input, SectionWriter section) {
    int colours = collectPalette(input);
    if (colours > PALETTE || 2L + 4L * colours + input.size() >= 4L * input.size()) {
      for (int i = 0; i < input.size(); i++) {
        section.putFloat(input.value(i));
      }
      return InputForm.DIRECT_FLOATS;
    }
    section.putVarint(colours);
    for (int i = 0; i < colours; i++) {
      section.putInt(palette[i]);
    }
    for (int i = 0; i < input.size(); i++) {
      section.putByte(places.get(Float.floatToRawIntBits(input.value(i))));
    }
    return InputForm.DIRECT_PALETTE;
  }

  private int collectPalette(DirectInput input) {
    places.clear();
    for (int i = 0; i < input.size(); i++) {
      int bits = Float.floatToRawIntBits(input.value(i));
      int next = places.size();
      if (places.get(bits) == ABSENT) {
        if (next == PALETTE) {
          return PALETTE + 1;
        }
        palette[next] = bits;
        places.put(bits, next);
      }
    }
    return places.size();
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

  /** Reads an input of a shape. */
  EncodedInput read(InputForm form, Shape shape, SectionReader section) {
    EncodedInput input =
        switch (form) {
          case DIRECT_PALETTE -> new DirectInput(shape, readPalette(shape, section));
          case DIRECT_FLOATS -> new DirectInput(shape, readFloats(shape.size(), section));
          case BINARY_EVENTS -> readEvents(shape, section, false);
          case GRADED_EVENTS -> readEvents(shape, section, true);
          case NULL_VAL -> throw section.refuse("an input's form is one of the schema's:");
        };
    section.finish();
    return input;
  }

  private float[] readPalette(Shape shape, SectionReader section) {
    int colours = section.readBounded("palette", PALETTE);
    for (int i = 0; i < colours; i++) {
      palette[i] = section.readInt();
    }
    section.need(shape.size());
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      int place = section.readByte();
      if (place >= colours) {
        throw section.refuse("a palette holds each value: place=%d".formatted(place));
      }
      values[i] = Float.intBitsToFloat(palette[place]);
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

package org.spikeledger.traces.format;

import java.util.Arrays;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.DirectInput;

/**
 * The values that directly encoded inputs take, channel by channel, in order of first appearance
 * (equal means equal bits). An image's bytes give at most {@value #COLOURS} values a channel, so
 * that after a few images the palette stays as it is. Used by one thread.
 */
final class InputPalette {

  /** The most values of a channel. */
  static final int COLOURS = 256;

  /** The most channels that have palettes. */
  static final int CHANNELS = 1024;

  private final int channels;
  private final ChannelPalette[] palettes;
  private byte[] placed = new byte[0];
  private boolean changed;

  /** Empty, for inputs of a shape. */
  InputPalette(Shape shape) {
    channels = channels(shape);
    palettes = new ChannelPalette[channels > CHANNELS ? 0 : channels];
    Arrays.setAll(palettes, channel -> new ChannelPalette());
  }

  /** The channels of inputs of a shape, 1 where it is no map; canonical index modulo this. */
  static int channels(Shape shape) {
    return shape.isMap() ? shape.channels() : 1;
  }

  /**
   * Finds the place of each element's value; values that are new are added, in an emptied palette
   * if need be.
   *
   * @return whether there was room for them; if not, the palette is empty
   */
  boolean place(DirectInput input) {
    if (channels > CHANNELS) {
      return false;
    }
    if (placeAll(input)) {
      return true;
    }
    clear();
    if (placeAll(input)) {
      return true;
    }
    clear();
    return false;
  }

  private boolean placeAll(DirectInput input) {
    if (placed.length < input.size()) {
      placed = new byte[input.size()];
    }
    int before = sizes();
    for (int channel = 0; channel < channels; channel++) {
      if (!palettes[channel].place(input, channel, channels, placed)) {
        return false;
      }
    }
    changed |= sizes() > before;
    return true;
  }

  private int sizes() {
    int sizes = 0;
    for (ChannelPalette each : palettes) {
      sizes += each.size();
    }
    return sizes;
  }

  private void clear() {
    for (ChannelPalette each : palettes) {
      each.clear();
    }
    changed = true;
  }

  /** The place of each element's value; valid after {@link #place} and until its next call. */
  byte[] placed() {
    return placed;
  }

  /** The number of channels. */
  int channels() {
    return channels;
  }

  /** The values of a channel that are known so far. */
  ChannelPalette channel(int channel) {
    return palettes[channel];
  }

  /** Whether it is another one than when this was asked last. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }
}

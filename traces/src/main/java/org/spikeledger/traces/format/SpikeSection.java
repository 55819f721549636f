package org.spikeledger.traces.format;

import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.engine.SpikeLog;

/**
 * The spikes section: for each timestep, for each layer in order, a group:
 *
 * <pre>
 *   varint   neurons that fired * 8 + form; a group without spikes is the one byte 0
 *            form bit 0: the neurons stand in a bitmap, else as deltas
 *            form bit 1: some neuron gave several spikes
 *            form bit 2: clear; kept for a later version
 *   deltas   a varint a neuron that fired, by ascending canonical index: the first index, then each
 *            index minus the one before minus 1
 *   bitmap   (neurons + 7) / 8 bytes; neuron n is bit n % 8 (the lowest is 0) of byte n / 8;
 *            taken where it is smaller than the deltas
 *   spikes   with form bit 1: a varint a neuron that fired, its spikes minus 1
 * </pre>
 */
final class SpikeSection {

  /** Neurons of a layer, and firings of an inference, at most: what a group's head can say. */
  static final int MAX_FIRING = (1 << 28) - 2;

  private static final int FORM_BITS = 3;
  private static final int BITMAP = 1;
  private static final int SEVERAL = 2;
  private static final int FORMS = BITMAP | SEVERAL;

  private final int[] neurons;
  private int[] firing = new int[1024];
  private int[] values = new int[1024];

  /** For layers of these numbers of neurons. */
  SpikeSection(int[] neurons) {
    this.neurons = neurons;
  }

  /**
   * Writes all groups; the number of spikes.
   *
   * @throws BadInputException if more neurons fired than a reader takes
   */
  long write(SpikeLog log, SectionWriter section) {
    long spikes = 0;
    long events = 0;
    for (int t = 0; t < log.timesteps(); t++) {
      for (int layer = 0; layer < log.layers(); layer++) {
        spikes += writeGroup(log, t, layer, section);
        events += log.count(t, layer);
      }
    }
    if (events > MAX_FIRING) {
      throw new BadInputException(
          "a recorded inference has at most %d events: events=%d".formatted(MAX_FIRING, events));
    }
    return spikes;
  }

  private long writeGroup(SpikeLog log, int t, int layer, SectionWriter section) {
    int count = log.count(t, layer);
    if (count == 0) {
      section.putByte(0);
      return 0;
    }
    ensure(count);
    log.copyIndices(t, layer, firing);
    int head = section.size();
    section.putVarint((long) count << FORM_BITS);
    int most = bitmapBytes(layer);
    if (count > most || !section.putDeltas(firing, count, most)) {
      section.mark(head, BITMAP);
      section.putBitmap(firing, count, most);
    }
    long spikes = log.total(t, layer);
    if (spikes > count) {
      section.mark(head, SEVERAL);
      for (int i = 0; i < count; i++) {
        section.putVarint(log.spikes(t, layer, i) - 1);
      }
    }
    return spikes;
  }

  private int bitmapBytes(int layer) {
    return (int) ((neurons[layer] + 7L) / 8);
  }

  /** Reads all groups into a log that is empty. */
  void read(SectionReader section, SpikeLog log) {
    long events = 0;
    for (int t = 0; t < log.timesteps(); t++) {
      for (int layer = 0; layer < log.layers(); layer++) {
        events += readGroup(section, layer, log);
        if (events > MAX_FIRING) {
          throw section.refuse(
              "an inference has at most %d events: timestep=%d".formatted(MAX_FIRING, t));
        }
      }
    }
    section.finish();
  }

  private int readGroup(SectionReader section, int layer, SpikeLog log) {
    long most = (long) Math.min(neurons[layer], MAX_FIRING) << FORM_BITS | FORMS;
    int head = section.readBounded("group", most);
    if ((head & ~FORMS & ((1 << FORM_BITS) - 1)) != 0) {
      throw section.refuse("a group has a form that this program knows: group=" + head);
    }
    int count = head >>> FORM_BITS;
    boolean several = (head & SEVERAL) != 0;
    if ((head & BITMAP) != 0) {
      section.need(bitmapBytes(layer));
      ensure(count);
      readBitmap(section, layer, count);
    } else {
      section.need(count);
      ensure(count);
      readDeltas(section, layer, count);
    }
    for (int i = 0; several && i < count; i++) {
      values[i] = section.readBounded("spikes", Integer.MAX_VALUE - 1L) + 1;
    }
    log.append(firing, several ? values : null, count);
    return count;
  }

  private void readDeltas(SectionReader section, int layer, int count) {
    int before = -1;
    for (int i = 0; i < count; i++) {
      before += section.readBounded("delta", neurons[layer] - 2L - before) + 1;
      firing[i] = before;
    }
  }

  private void readBitmap(SectionReader section, int layer, int count) {
    int found = 0;
    for (int each = 0; each < bitmapBytes(layer); each++) {
      for (int bits = section.readByte(); bits != 0; bits &= bits - 1) {
        int index = 8 * each + Integer.numberOfTrailingZeros(bits);
        if (found == count || index >= neurons[layer]) {
          throw section.refuse("a bitmap has a bit for each neuron that fired: fired=" + count);
        }
        firing[found++] = index;
      }
    }
    if (found != count) {
      throw section.refuse(
          "a bitmap has a bit for each neuron that fired: fired=%d bits=%d"
              .formatted(count, found));
    }
  }

  private void ensure(int count) {
    if (firing.length < count) {
      int larger = Math.max(count, 2 * Math.min(firing.length, MAX_FIRING / 2));
      firing = new int[larger];
      values = new int[larger];
    }
  }
}

package org.spikeledger.traces.compare;

import java.util.Arrays;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.SpikeLog;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;

/**
 * Compares two inferences of one input: by digest first, and where these differ, by everything that
 * is recorded, in the order in which it came about.
 *
 * @param header of the trace
 */
public record InferenceComparison(TraceHeader header) {

  /**
   * Refuses a record of other layers, timesteps or outputs than the header's.
   *
   * @throws BadInputException with both
   */
  public void checkShape(InferenceRecord found) {
    if (found.spikes().layers() != header.layers().size()
        || found.spikes().timesteps() != header.timesteps()
        || found.output().length != header.outputs()) {
      throw new BadInputException(
          "a trace is held against a network of its shape: layers=%d,%d timesteps=%d,%d outputs=%d,%d"
              .formatted(
                  header.layers().size(),
                  found.spikes().layers(),
                  header.timesteps(),
                  found.spikes().timesteps(),
                  header.outputs(),
                  found.output().length));
    }
  }

  /**
   * The first difference: by timestep, then layer, then neuron in canonical order; then the
   * counters, the output, and last the digests themselves.
   *
   * @param recorded from the trace
   * @param found of the same input and shape
   */
  public Optional<Divergence> firstDivergence(InferenceRecord recorded, InferenceRecord found) {
    if (Arrays.equals(recorded.digest(), found.digest())) {
      return Optional.empty();
    }
    return spikes(recorded, found)
        .or(() -> counters(recorded, found))
        .or(() -> output(recorded, found))
        .or(
            () ->
                Optional.of(
                    Divergence.ofDigest(recorded.sample(), recorded.digest(), found.digest())));
  }

  private Optional<Divergence> spikes(InferenceRecord recorded, InferenceRecord found) {
    for (int t = 0; t < header.timesteps(); t++) {
      for (int layer = 0; layer < header.layers().size(); layer++) {
        Optional<Divergence> first = spikes(recorded, found, t, layer);
        if (first.isPresent()) {
          return first;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Divergence> spikes(
      InferenceRecord recorded, InferenceRecord found, int timestep, int layer) {
    Cursor left = new Cursor(recorded.spikes(), timestep, layer);
    Cursor right = new Cursor(found.spikes(), timestep, layer);
    while (left.index() == right.index() && left.spikes() == right.spikes() && !left.atEnd()) {
      left.advance();
      right.advance();
    }
    int neuron = Math.min(left.index(), right.index());
    if (neuron == Cursor.END) {
      return Optional.empty();
    }
    TraceLayer where = header.layers().get(layer);
    return Optional.of(
        Divergence.ofSpikes(
            recorded.sample(),
            timestep,
            where.name(),
            where.nirIndex(neuron),
            left.spikesOf(neuron),
            right.spikesOf(neuron)));
  }

  private Optional<Divergence> counters(InferenceRecord recorded, InferenceRecord found) {
    Counters left = recorded.counters();
    Counters right = found.counters();
    for (int t = 0; t < header.timesteps(); t++) {
      for (int layer = 0; layer < header.layers().size(); layer++) {
        for (Primitive primitive : Primitive.ALL) {
          long was = left.get(layer, t, primitive);
          long is = right.get(layer, t, primitive);
          if (was != is) {
            String name = header.layers().get(layer).name();
            return Optional.of(
                Divergence.ofCounter(recorded.sample(), t, name, primitive, was, is));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Divergence> output(InferenceRecord recorded, InferenceRecord found) {
    TraceLayer layer = header.outputLayer();
    for (int i = 0; i < layer.neurons(); i++) {
      float was = recorded.output()[i];
      float is = found.output()[i];
      if (Float.floatToRawIntBits(was) != Float.floatToRawIntBits(is)) {
        return Optional.of(
            Divergence.ofOutput(recorded.sample(), layer.name(), layer.nirIndex(i), was, is));
      }
    }
    return Optional.empty();
  }

  /** Walks over the neurons of one layer that fired in one timestep. */
  private static final class Cursor {

    static final int END = Integer.MAX_VALUE;

    private final SpikeLog log;
    private final int timestep;
    private final int layer;
    private int at;

    Cursor(SpikeLog log, int timestep, int layer) {
      this.log = log;
      this.timestep = timestep;
      this.layer = layer;
    }

    boolean atEnd() {
      return at == log.count(timestep, layer);
    }

    void advance() {
      at++;
    }

    int index() {
      return atEnd() ? END : log.index(timestep, layer, at);
    }

    int spikes() {
      return spikesOf(index());
    }

    int spikesOf(int neuron) {
      return !atEnd() && index() == neuron ? log.spikes(timestep, layer, at) : 0;
    }
  }
}

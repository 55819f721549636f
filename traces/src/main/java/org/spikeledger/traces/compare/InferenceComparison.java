package org.spikeledger.traces.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;

/**
 * Compares two inferences of one input by everything that is recorded, in the order in which it
 * came about: a digest that agrees says nothing of what else stands in a file.
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
   * Refuses a network of other layers than the header's.
   *
   * @throws BadInputException with the first that differs
   */
  public void checkLayers(List<Layer> layers) {
    for (TraceLayer layer : header.layers()) {
      Layer other = layers.get(layer.index());
      if (!other.name().equals(layer.name()) || other.neurons() != layer.neurons()) {
        throw new BadInputException(
            "a trace is held against a network of its layers: trace=%s neurons=%d network=%s neurons=%d"
                .formatted(layer.name(), layer.neurons(), other.name(), other.neurons()));
      }
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
    return spikes(recorded, found)
        .or(() -> firstDivergence(recorded.sample(), recorded.counters(), found.counters()))
        .or(() -> output(recorded, found))
        .or(() -> digest(recorded, found));
  }

  private static Optional<Divergence> digest(InferenceRecord recorded, InferenceRecord found) {
    return Arrays.equals(recorded.digest(), found.digest())
        ? Optional.empty()
        : Optional.of(Divergence.ofDigest(recorded.sample(), recorded.digest(), found.digest()));
  }

  /**
   * The first difference of one layer: its spikes, then its counters, then an output's potentials.
   */
  public Optional<Divergence> firstDivergence(
      InferenceRecord recorded, InferenceRecord found, TraceLayer layer) {
    return IntStream.range(0, header.timesteps())
        .mapToObj(t -> spikes(recorded, found, t, layer.index()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(
            () ->
                IntStream.range(0, header.timesteps())
                    .mapToObj(
                        t ->
                            counters(
                                recorded.sample(),
                                recorded.counters(),
                                found.counters(),
                                t,
                                layer.index()))
                    .flatMap(Optional::stream)
                    .findFirst())
        .or(() -> layer.isOutput() ? output(recorded, found) : Optional.empty());
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
    FiringCursor left = new FiringCursor(recorded.spikes(), timestep, layer);
    FiringCursor right = new FiringCursor(found.spikes(), timestep, layer);
    while (left.index() == right.index() && left.spikes() == right.spikes() && !left.atEnd()) {
      left.advance();
      right.advance();
    }
    int neuron = Math.min(left.index(), right.index());
    if (neuron == FiringCursor.END) {
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

  /** The first counter that differs. */
  public Optional<Divergence> firstDivergence(long sample, Counters recorded, Counters found) {
    for (int t = 0; t < header.timesteps(); t++) {
      for (int layer = 0; layer < header.layers().size(); layer++) {
        Optional<Divergence> first = counters(sample, recorded, found, t, layer);
        if (first.isPresent()) {
          return first;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Divergence> counters(
      long sample, Counters recorded, Counters found, int timestep, int layer) {
    for (Primitive primitive : Primitive.ALL) {
      long was = recorded.get(layer, timestep, primitive);
      long is = found.get(layer, timestep, primitive);
      if (was != is) {
        String name = header.layers().get(layer).name();
        return Optional.of(Divergence.ofCounter(sample, timestep, name, primitive, was, is));
      }
    }
    return Optional.empty();
  }

  private Optional<Divergence> output(InferenceRecord recorded, InferenceRecord found) {
    TraceLayer layer = header.outputLayer();
    for (int i = 0; i < layer.neurons(); i++) {
      float was = recorded.output()[i];
      float is = found.output()[i];
      if (Float.floatToIntBits(was) != Float.floatToIntBits(is)) {
        return Optional.of(
            Divergence.ofOutput(recorded.sample(), layer.name(), layer.nirIndex(i), was, is));
      }
    }
    return Optional.empty();
  }
}

package org.spikeledger.simulator.agent;

import java.util.Arrays;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EventInput;

/**
 * Makes an observation the network's input current: its values as they are, or normalised as an
 * image's bytes are where the network says so. Immutable; any thread may use it.
 */
final class ObservationEncoder {

  private final Shape shape;
  private final Optional<Normalisation> normalisation;
  private final CanonicalOrder order;

  /**
   * An encoder for a network.
   *
   * @throws BadInputException where the network's normalisation is not one of its input's channels
   */
  ObservationEncoder(Graph graph) {
    shape = graph.shape(graph.inputName());
    normalisation = graph.properties().normalisation();
    order = CanonicalOrder.of(shape);
    normalisation.ifPresent(
        each -> {
          if (each.channels() != shape.channels()) {
            throw new BadInputException(
                "a normalisation speaks of the input's channels: channels=%d shape=%s"
                    .formatted(each.channels(), shape));
          }
        });
  }

  /** A directly encoded input. */
  DirectInput direct(float[] observation) {
    return new DirectInput(shape, current(observation));
  }

  /** The same current as the graded events of one timestep. */
  EventInput events(float[] observation) {
    float[] current = current(observation);
    int[] indices = new int[current.length];
    float[] values = new float[current.length];
    int events = 0;
    for (int i = 0; i < current.length; i++) {
      if (current[i] != 0) {
        indices[events] = i;
        values[events++] = current[i];
      }
    }
    return new EventInput(
        shape,
        new int[] {0, events},
        Arrays.copyOf(indices, events),
        Arrays.copyOf(values, events));
  }

  /** In canonical order. */
  private float[] current(float[] observation) {
    float[] current = new float[observation.length];
    int plane = observation.length / shape.channels();
    for (int i = 0; i < observation.length; i++) {
      current[order.fromNir(i)] =
          normalisation.isPresent()
              ? normalised(normalisation.get(), i / plane, observation[i])
              : observation[i];
    }
    return current;
  }

  private static float normalised(Normalisation by, int channel, float value) {
    return (float) ((value / 255.0 - by.mean().get(channel)) / by.standardDeviation().get(channel));
  }
}

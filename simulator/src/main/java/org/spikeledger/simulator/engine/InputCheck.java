package org.spikeledger.simulator.engine;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;

/**
 * What an engine demands of every input.
 *
 * @param shape of the network's input
 * @param kind that the engine was made for
 * @param timesteps of the run
 */
public record InputCheck(Shape shape, ValueKind kind, int timesteps) {

  /**
   * Checks an input.
   *
   * @throws BadInputException naming what differs
   */
  public void check(EncodedInput input) {
    if (!input.shape().equals(shape)) {
      throw new BadInputException(
          "an input has the shape of the network's input: shape=%s expected=%s"
              .formatted(input.shape(), shape));
    }
    if (input.kind() != kind) {
      throw new BadInputException(
          "all inputs of a run are of one kind: kind=%s expected=%s".formatted(input.kind(), kind));
    }
    if (input instanceof EventInput events && events.timesteps() > timesteps) {
      throw new BadInputException(
          "an input's timesteps fit into the run: timesteps=%d run=%d"
              .formatted(events.timesteps(), timesteps));
    }
  }
}

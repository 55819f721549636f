package org.spikeledger.models.nir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/**
 * Reads a Delay node: a delay in seconds becomes the nearest whole number of timesteps, the larger
 * one where two are equally near. The quotient is taken of the decimal numbers as they are written,
 * so that 0.00025 at a timestep of 0.0001 is 2.5 and becomes 3.
 */
final class DelayReader {

  private final NodeFields fields;
  private final ImportOptions options;
  private final ImportNotes notes;

  DelayReader(NodeFields fields, ImportOptions options, ImportNotes notes) {
    this.fields = fields;
    this.options = options;
    this.notes = notes;
  }

  Delay read() {
    NumericField seconds = fields.numbers("delay");
    Optional<NodeFields> exact = fields.metadata().filter(said -> said.has(MetadataKeys.DELAY));
    if (exact.isPresent()) {
      return new Delay(exact.get().tensor(MetadataKeys.DELAY));
    }
    notes.decided("delay in timesteps timestepSeconds=" + options.timestepSeconds(), fields.node());
    Shape shape = seconds.isSingle() ? Shape.SCALAR : seconds.shape();
    float[] timesteps = new float[seconds.size()];
    for (int i = 0; i < timesteps.length; i++) {
      timesteps[i] = timesteps(seconds, i);
    }
    return new Delay(Tensor.adopt(shape, timesteps));
  }

  private float timesteps(NumericField seconds, int index) {
    double delay = seconds.get(index);
    double longest = Delay.LONGEST * options.timestepSeconds();
    if (!(delay >= 0 && delay <= longest && Double.isFinite(delay))) {
      throw new BadInputException(
          "a delay lies in 0..%s seconds: delay=%s node=%s"
              .formatted(longest, delay, fields.node()));
    }
    return seconds
        .decimal(index)
        .divide(BigDecimal.valueOf(options.timestepSeconds()), 0, RoundingMode.HALF_UP)
        .intValueExact();
  }
}

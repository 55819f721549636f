package org.spikeledger.models.nir;

import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.ThresholdRule;

/** A neuron's discrete form in metadata, exactly. */
final class NeuronMetadata {

  private NeuronMetadata() {}

  static void write(Neuron neuron, HdfOutput metadata) {
    metadata.text(MetadataKeys.NEURON, neuron.type());
    metadata.floats(MetadataKeys.GAIN, neuron.gain());
    if (neuron instanceof LIF) {
      metadata.floats(MetadataKeys.LEAK, neuron.leak());
      metadata.floats(MetadataKeys.DRIFT, neuron.drift());
    }
    Firing firing = neuron.firing();
    metadata.floats(MetadataKeys.THRESHOLD, firing.threshold());
    metadata.floats(MetadataKeys.RESET_VALUE, firing.resetValue());
    metadata.text(MetadataKeys.THRESHOLD_RULE, firing.thresholdRule().name());
    metadata.text(MetadataKeys.SPIKE_RULE, firing.spikeRule().name());
    metadata.text(MetadataKeys.RESET_RULE, firing.resetRule().name());
  }

  /** The neuron, if this metadata holds one. */
  static Optional<Neuron> read(NodeFields metadata) {
    if (!metadata.has(MetadataKeys.NEURON)) {
      return Optional.empty();
    }
    String type = metadata.text(MetadataKeys.NEURON);
    return Optional.of(
        switch (type) {
          case "IF" -> new IF(metadata.tensor(MetadataKeys.GAIN), firing(metadata));
          case "LIF" ->
              new LIF(
                  metadata.tensor(MetadataKeys.LEAK),
                  metadata.tensor(MetadataKeys.GAIN),
                  metadata.tensor(MetadataKeys.DRIFT),
                  firing(metadata));
          default ->
              throw new BadInputException(
                  "the value is not known: %s=%s node=%s"
                      .formatted(MetadataKeys.NEURON, type, metadata.node()));
        });
  }

  private static Firing firing(NodeFields metadata) {
    return new Firing(
        metadata.tensor(MetadataKeys.THRESHOLD),
        metadata.constant(MetadataKeys.THRESHOLD_RULE, ThresholdRule.class),
        metadata.constant(MetadataKeys.SPIKE_RULE, SpikeRule.class),
        metadata.constant(MetadataKeys.RESET_RULE, ResetRule.class),
        metadata.tensor(MetadataKeys.RESET_VALUE));
  }
}

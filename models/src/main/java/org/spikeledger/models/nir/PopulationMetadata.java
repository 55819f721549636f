package org.spikeledger.models.nir;

import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.CubaLI;
import org.spikeledger.models.graph.CubaLIF;
import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.I;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.LI;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Synapse;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.Threshold;
import org.spikeledger.models.graph.ThresholdRule;

/** A population's discrete form in metadata, exactly. */
final class PopulationMetadata {

  private PopulationMetadata() {}

  static void write(Population population, HdfOutput metadata) {
    metadata.text(MetadataKeys.NEURON, population.type());
    if (population instanceof Threshold threshold) {
      metadata.floats(MetadataKeys.THRESHOLD, threshold.threshold());
      metadata.text(MetadataKeys.THRESHOLD_RULE, threshold.thresholdRule().name());
      return;
    }
    population.synapse().ifPresent(synapse -> write(synapse, metadata));
    metadata.floats(MetadataKeys.GAIN, population.gain());
    if (!(population instanceof IF || population instanceof I)) {
      metadata.floats(MetadataKeys.LEAK, population.leak());
      metadata.floats(MetadataKeys.DRIFT, population.drift());
      if (population.leakRounding() != LeakRounding.FLOAT32) {
        metadata.text(MetadataKeys.LEAK_ROUNDING, population.leakRounding().name());
      }
    }
    if (population instanceof Neuron neuron) {
      write(neuron.firing(), metadata);
    }
  }

  private static void write(Synapse synapse, HdfOutput metadata) {
    metadata.floats(MetadataKeys.SYNAPTIC_LEAK, synapse.leak());
    metadata.floats(MetadataKeys.SYNAPTIC_GAIN, synapse.gain());
    metadata.text(MetadataKeys.CURRENT_RULE, synapse.rule().name());
  }

  private static void write(Firing firing, HdfOutput metadata) {
    metadata.floats(MetadataKeys.THRESHOLD, firing.threshold());
    metadata.floats(MetadataKeys.RESET_VALUE, firing.resetValue());
    metadata.text(MetadataKeys.THRESHOLD_RULE, firing.thresholdRule().name());
    metadata.text(MetadataKeys.SPIKE_RULE, firing.spikeRule().name());
    metadata.text(MetadataKeys.RESET_RULE, firing.resetRule().name());
    if (firing.amplitude() != 1f) {
      metadata.floats(MetadataKeys.SPIKE_AMPLITUDE, Tensor.scalar(firing.amplitude()));
    }
  }

  /** The population, if this metadata holds one. */
  static Optional<Population> read(NodeFields metadata) {
    if (!metadata.has(MetadataKeys.NEURON)) {
      return Optional.empty();
    }
    String type = metadata.text(MetadataKeys.NEURON);
    return Optional.of(
        switch (type) {
          case "Threshold" ->
              new Threshold(
                  metadata.tensor(MetadataKeys.THRESHOLD),
                  metadata.constant(MetadataKeys.THRESHOLD_RULE, ThresholdRule.class));
          case "I" -> new I(gain(metadata));
          case "LI" -> new LI(leak(metadata), gain(metadata), drift(metadata));
          case "CubaLI" ->
              new CubaLI(synapse(metadata), leak(metadata), gain(metadata), drift(metadata));
          case "IF" -> new IF(gain(metadata), firing(metadata));
          case "LIF" ->
              new LIF(
                  leak(metadata),
                  gain(metadata),
                  drift(metadata),
                  firing(metadata),
                  leakRounding(metadata));
          case "CubaLIF" ->
              new CubaLIF(
                  synapse(metadata),
                  leak(metadata),
                  gain(metadata),
                  drift(metadata),
                  firing(metadata));
          default ->
              throw new BadInputException(
                  "the value is not known: %s=%s node=%s"
                      .formatted(MetadataKeys.NEURON, type, metadata.node()));
        });
  }

  private static LeakRounding leakRounding(NodeFields metadata) {
    return metadata.has(MetadataKeys.LEAK_ROUNDING)
        ? metadata.constant(MetadataKeys.LEAK_ROUNDING, LeakRounding.class)
        : LeakRounding.FLOAT32;
  }

  private static Tensor leak(NodeFields metadata) {
    return metadata.tensor(MetadataKeys.LEAK);
  }

  private static Tensor gain(NodeFields metadata) {
    return metadata.tensor(MetadataKeys.GAIN);
  }

  private static Tensor drift(NodeFields metadata) {
    return metadata.tensor(MetadataKeys.DRIFT);
  }

  private static Synapse synapse(NodeFields metadata) {
    return new Synapse(
        metadata.tensor(MetadataKeys.SYNAPTIC_LEAK),
        metadata.tensor(MetadataKeys.SYNAPTIC_GAIN),
        metadata.constant(MetadataKeys.CURRENT_RULE, CurrentRule.class));
  }

  private static Firing firing(NodeFields metadata) {
    return new Firing(
        metadata.tensor(MetadataKeys.THRESHOLD),
        metadata.constant(MetadataKeys.THRESHOLD_RULE, ThresholdRule.class),
        metadata.constant(MetadataKeys.SPIKE_RULE, SpikeRule.class),
        metadata.constant(MetadataKeys.RESET_RULE, ResetRule.class),
        metadata.tensor(MetadataKeys.RESET_VALUE),
        metadata.has(MetadataKeys.SPIKE_AMPLITUDE)
            ? metadata.tensor(MetadataKeys.SPIKE_AMPLITUDE).get(0)
            : 1f);
  }
}

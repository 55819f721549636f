package org.spikeledger.models.nir;

/**
 * What NIR cannot say, in the file's {@code metadata} groups, so that other readers still load the
 * file and ours restores the network exactly. Every name starts with {@code spikeledger_}.
 *
 * <p>Of the network ({@code /node/metadata}): {@link #FORMAT}, a whole number, 1; {@link
 * #TIMESTEPS}, a whole number; {@link #MEAN} and {@link #STANDARD_DEVIATION}, float64, one a
 * channel; {@link #CLASS_NAMES}, texts; {@link #PROVENANCE}, texts (entries, 2), name and value;
 * {@link #INPUT_SCALE}, float32, of a network of whole numbers.
 *
 * <p>Of a population: {@link #NEURON}, the type; {@link #LEAK} and {@link #DRIFT} (not of I and
 * IF), {@link #GAIN}, {@link #THRESHOLD}, {@link #RESET_VALUE}, {@link #SYNAPTIC_LEAK} and {@link
 * #SYNAPTIC_GAIN} (CubaLI and CubaLIF), float32, a scalar or of the layer's shape; {@link
 * #THRESHOLD_RULE}, {@link #SPIKE_RULE}, {@link #RESET_RULE}, {@link #CURRENT_RULE}, names of
 * constants; {@link #SPIKE_AMPLITUDE}, float32, where it is not 1; {@link #LEAK_ROUNDING}, the name
 * of a constant, where it is not that of float32. A Threshold has its threshold and its rule alone.
 *
 * <p>Of a Conv2d, and with two sides of a Conv1d: {@link #PADDING}, top, left, bottom, right, where
 * opposite sides differ; {@link #BIAS}, 0 where there is none (NIR always writes one). Of an
 * AvgPool2d: {@link #COUNT_PADDING}, 0 where the area leaves padding out. Of a Delay: {@link
 * #DELAY}, float32, whole numbers, a scalar or of the layer's shape. Of an Output: {@link #SCALE},
 * float32, a scalar or of its shape, where it is not 1.
 */
final class MetadataKeys {

  /** The version of all this. */
  static final int CURRENT_FORMAT = 1;

  static final String FORMAT = "spikeledger_format";
  static final String TIMESTEPS = "spikeledger_timesteps";
  static final String MEAN = "spikeledger_normalisation_mean";
  static final String STANDARD_DEVIATION = "spikeledger_normalisation_standard_deviation";
  static final String CLASS_NAMES = "spikeledger_class_names";
  static final String PROVENANCE = "spikeledger_provenance";

  static final String INPUT_SCALE = "spikeledger_input_scale";

  static final String NEURON = "spikeledger_neuron";
  static final String SYNAPTIC_LEAK = "spikeledger_synaptic_leak";
  static final String SYNAPTIC_GAIN = "spikeledger_synaptic_gain";
  static final String CURRENT_RULE = "spikeledger_current_rule";
  static final String LEAK = "spikeledger_leak";
  static final String GAIN = "spikeledger_gain";
  static final String DRIFT = "spikeledger_drift";
  static final String THRESHOLD = "spikeledger_threshold";
  static final String RESET_VALUE = "spikeledger_reset_value";
  static final String THRESHOLD_RULE = "spikeledger_threshold_rule";
  static final String SPIKE_RULE = "spikeledger_spike_rule";
  static final String RESET_RULE = "spikeledger_reset_rule";

  static final String SPIKE_AMPLITUDE = "spikeledger_spike_amplitude";

  static final String LEAK_ROUNDING = "spikeledger_leak_rounding";

  static final String SCALE = "spikeledger_output_scale";

  static final String DELAY = "spikeledger_delay_timesteps";

  static final String PADDING = "spikeledger_padding";
  static final String BIAS = "spikeledger_bias";
  static final String COUNT_PADDING = "spikeledger_count_padding";

  private MetadataKeys() {}
}

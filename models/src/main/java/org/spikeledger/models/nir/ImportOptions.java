package org.spikeledger.models.nir;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.ThresholdRule;

/**
 * What a NIR file leaves open, decided. Each value is used only for nodes that carry no metadata of
 * ours; {@link NirReader} warns once for each kind of decision that was needed.
 *
 * @param timestepSeconds dt, the length of a timestep in seconds, finite and above 0
 * @param leakRule how LIF is made discrete
 * @param resistanceRule how r of IF is made discrete
 * @param resetRule what firing does to the membrane potential
 * @param thresholdRule how membrane potential and threshold are compared
 * @param spikeRule how many spikes a timestep can give
 * @param currentRule which synaptic current the membrane of CubaLI and CubaLIF sees
 * @param spikeAmplitude the value of a spike where it arrives
 * @param layerDelay timesteps by which the first connection with weights of each layer sees its
 *     events later, at least 0; not used for a network that this project wrote
 */
public record ImportOptions(
    double timestepSeconds,
    LeakRule leakRule,
    ResistanceRule resistanceRule,
    ResetRule resetRule,
    ThresholdRule thresholdRule,
    SpikeRule spikeRule,
    CurrentRule currentRule,
    SpikeAmplitude spikeAmplitude,
    int layerDelay) {

  /** The profile {@link ImportProfile#NIR}. */
  public static final ImportOptions DEFAULT = ImportProfile.NIR.options();

  /** Checks the length of a timestep. */
  public ImportOptions {
    if (!(timestepSeconds > 0) || !Double.isFinite(timestepSeconds)) {
      throw new BadInputException(
          "a timestep must be finite and above 0: timestepSeconds=" + timestepSeconds);
    }
    if (layerDelay < 0 || layerDelay > Delay.LONGEST) {
      throw new BadInputException(
          "a layer's delay lies in 0..%d timesteps: layerDelay=%d"
              .formatted(Delay.LONGEST, layerDelay));
    }
  }

  /** The same with another length of a timestep, in seconds. */
  public ImportOptions withTimestepSeconds(double changed) {
    return new ImportOptions(
        changed,
        leakRule,
        resistanceRule,
        resetRule,
        thresholdRule,
        spikeRule,
        currentRule,
        spikeAmplitude,
        layerDelay);
  }

  /** The same with another rule for leaks. */
  public ImportOptions withLeakRule(LeakRule changed) {
    return new ImportOptions(
        timestepSeconds,
        changed,
        resistanceRule,
        resetRule,
        thresholdRule,
        spikeRule,
        currentRule,
        spikeAmplitude,
        layerDelay);
  }

  /** The same with another rule for r of I and IF. */
  public ImportOptions withResistanceRule(ResistanceRule changed) {
    return new ImportOptions(
        timestepSeconds,
        leakRule,
        changed,
        resetRule,
        thresholdRule,
        spikeRule,
        currentRule,
        spikeAmplitude,
        layerDelay);
  }

  /** The same with another reset. */
  public ImportOptions withResetRule(ResetRule changed) {
    return new ImportOptions(
        timestepSeconds,
        leakRule,
        resistanceRule,
        changed,
        thresholdRule,
        spikeRule,
        currentRule,
        spikeAmplitude,
        layerDelay);
  }

  /** The same with another comparison with the threshold. */
  public ImportOptions withThresholdRule(ThresholdRule changed) {
    return new ImportOptions(
        timestepSeconds,
        leakRule,
        resistanceRule,
        resetRule,
        changed,
        spikeRule,
        currentRule,
        spikeAmplitude,
        layerDelay);
  }

  /** The same with another number of spikes a timestep. */
  public ImportOptions withSpikeRule(SpikeRule changed) {
    return new ImportOptions(
        timestepSeconds,
        leakRule,
        resistanceRule,
        resetRule,
        thresholdRule,
        changed,
        currentRule,
        spikeAmplitude,
        layerDelay);
  }

  /** The same with another synaptic current for the membrane. */
  public ImportOptions withCurrentRule(CurrentRule changed) {
    return new ImportOptions(
        timestepSeconds,
        leakRule,
        resistanceRule,
        resetRule,
        thresholdRule,
        spikeRule,
        changed,
        spikeAmplitude,
        layerDelay);
  }

  /** The same with another value of a spike. */
  public ImportOptions withSpikeAmplitude(SpikeAmplitude changed) {
    return new ImportOptions(
        timestepSeconds,
        leakRule,
        resistanceRule,
        resetRule,
        thresholdRule,
        spikeRule,
        currentRule,
        changed,
        layerDelay);
  }

  /** The same with another delay a layer, in timesteps. */
  public ImportOptions withLayerDelay(int changed) {
    return new ImportOptions(
        timestepSeconds,
        leakRule,
        resistanceRule,
        resetRule,
        thresholdRule,
        spikeRule,
        currentRule,
        spikeAmplitude,
        changed);
  }
}

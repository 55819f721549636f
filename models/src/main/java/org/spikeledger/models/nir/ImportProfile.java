package org.spikeledger.models.nir;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.ThresholdRule;

/**
 * Import options by the name of the simulator whose reading of a NIR file they follow. All use a
 * timestep of 1e-4 s, the length in the published comparison of simulators on NIR (Pedersen et al.,
 * Nature Communications 15, 2024); where a simulator's own default differs, its entry says so.
 */
public enum ImportProfile {
  /** The default: NIR's equations as they stand, by forward Euler; r = 1 of IF per timestep. */
  NIR(
      LeakRule.EULER,
      ResistanceRule.ONE_IS_PER_TIMESTEP,
      ResetRule.TO_VALUE,
      ThresholdRule.GREATER,
      SpikeRule.SINGLE),

  /** snnTorch's importer. */
  SNNTORCH(
      LeakRule.EULER,
      ResistanceRule.PER_TIMESTEP,
      ResetRule.TO_VALUE,
      ThresholdRule.GREATER,
      SpikeRule.SINGLE),

  /** Norse's importer; its own default timestep is 1e-3 s. */
  NORSE(
      LeakRule.EULER,
      ResistanceRule.PER_TIMESTEP,
      ResetRule.TO_VALUE,
      ThresholdRule.GREATER,
      SpikeRule.SINGLE),

  /** sinabs: it counts timesteps, and a neuron gives floor(v / threshold) spikes in one. */
  SINABS(
      LeakRule.EXPONENTIAL_EULER_GAIN,
      ResistanceRule.PER_TIMESTEP,
      ResetRule.BY_SUBTRACTION,
      ThresholdRule.GREATER_OR_EQUAL,
      SpikeRule.MULTIPLE),

  /** Nengo: the exact solution between spikes; its own default timestep is 1e-3 s. */
  NENGO(
      LeakRule.EXACT_EXPONENTIAL,
      ResistanceRule.ONE_IS_PER_TIMESTEP,
      ResetRule.TO_VALUE,
      ThresholdRule.GREATER,
      SpikeRule.SINGLE),

  /** Lava: a layer's events arrive one timestep later. */
  LAVA(
      LeakRule.EULER,
      ResistanceRule.ONE_IS_PER_TIMESTEP,
      ResetRule.TO_VALUE,
      ThresholdRule.GREATER,
      SpikeRule.SINGLE,
      1),

  /** SpikingJelly: r = 1 / dt of IF, and a neuron fires at its threshold. */
  SPIKINGJELLY(
      LeakRule.EULER,
      ResistanceRule.PER_SECOND,
      ResetRule.TO_VALUE,
      ThresholdRule.GREATER_OR_EQUAL,
      SpikeRule.SINGLE),

  /** Chowdhury, Rathi and Roy (2022): reset by subtraction, strictly above the threshold. */
  PAPER(
      LeakRule.EULER,
      ResistanceRule.ONE_IS_PER_TIMESTEP,
      ResetRule.BY_SUBTRACTION,
      ThresholdRule.GREATER,
      SpikeRule.SINGLE);

  private static final double TIMESTEP_SECONDS = 1e-4;

  private final LeakRule leakRule;
  private final ResistanceRule resistanceRule;
  private final ResetRule resetRule;
  private final ThresholdRule thresholdRule;
  private final SpikeRule spikeRule;
  private final int layerDelay;

  ImportProfile(
      LeakRule leakRule,
      ResistanceRule resistanceRule,
      ResetRule resetRule,
      ThresholdRule thresholdRule,
      SpikeRule spikeRule) {
    this(leakRule, resistanceRule, resetRule, thresholdRule, spikeRule, 0);
  }

  ImportProfile(
      LeakRule leakRule,
      ResistanceRule resistanceRule,
      ResetRule resetRule,
      ThresholdRule thresholdRule,
      SpikeRule spikeRule,
      int layerDelay) {
    this.leakRule = leakRule;
    this.resistanceRule = resistanceRule;
    this.resetRule = resetRule;
    this.thresholdRule = thresholdRule;
    this.spikeRule = spikeRule;
    this.layerDelay = layerDelay;
  }

  /** The profile of a name as it is typed, such as {@code norse}. */
  public static ImportProfile named(String name) {
    return Arrays.stream(values())
        .filter(profile -> profile.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "the import profile is not known: profile=%s known=%s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(ImportProfile::toString)
                                .collect(Collectors.joining(", ")))));
  }

  /** The options that this profile stands for. */
  public ImportOptions options() {
    return new ImportOptions(
        TIMESTEP_SECONDS,
        leakRule,
        resistanceRule,
        resetRule,
        thresholdRule,
        spikeRule,
        CurrentRule.NEW,
        SpikeAmplitude.ONE,
        layerDelay);
  }

  /** The name as it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

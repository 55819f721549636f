package org.spikeledger.tools.cli.network;

import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.ThresholdRule;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.ImportProfile;
import org.spikeledger.models.nir.LeakRule;
import org.spikeledger.models.nir.ResistanceRule;
import org.spikeledger.models.nir.SpikeAmplitude;
import picocli.CommandLine.Option;

/** What a NIR file leaves open, as it is decided on the command line: a profile, single options. */
public final class ImportChoices {

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "nir",
      description =
          "How to read what a NIR file leaves open: nir, snntorch, norse, sinabs, nengo, lava,"
              + " spikingjelly, paper; single options (--dt, --leak, ...) override it. Default:"
              + " ${DEFAULT-VALUE}.")
  private String profile;

  @Option(
      names = "--dt",
      paramLabel = "SECONDS",
      description = "Length of a timestep. Default: the profile's, 1e-4.")
  private Double timestepSeconds;

  @Option(
      names = "--reset",
      paramLabel = "RULE",
      description = "What firing does: ${COMPLETION-CANDIDATES}. Default: the profile's.")
  private ResetRule reset;

  @Option(
      names = "--leak",
      paramLabel = "RULE",
      description = "How leaks become discrete: ${COMPLETION-CANDIDATES}. Default: the profile's.")
  private LeakRule leak;

  @Option(
      names = "--resistance",
      paramLabel = "RULE",
      description = "What r of I and IF means: ${COMPLETION-CANDIDATES}. Default: the profile's.")
  private ResistanceRule resistance;

  @Option(
      names = "--threshold",
      paramLabel = "RULE",
      description = "When a neuron fires: ${COMPLETION-CANDIDATES}. Default: the profile's.")
  private ThresholdRule threshold;

  @Option(
      names = "--spikes",
      paramLabel = "RULE",
      description = "Spikes in one timestep: ${COMPLETION-CANDIDATES}. Default: the profile's.")
  private SpikeRule spikes;

  @Option(
      names = "--current",
      paramLabel = "RULE",
      description =
          "The synaptic current that CubaLIF and CubaLI see: ${COMPLETION-CANDIDATES}. Default: the"
              + " profile's.")
  private CurrentRule current;

  @Option(
      names = "--amplitude",
      paramLabel = "RULE",
      description = "The value of a spike: ${COMPLETION-CANDIDATES}. Default: the profile's.")
  private SpikeAmplitude amplitude;

  @Option(
      names = "--layer-delay",
      paramLabel = "N",
      description = "Timesteps by which each layer sees events later. Default: the profile's.")
  private Integer layerDelay;

  /** For picocli, which fills the options. */
  public ImportChoices() {}

  ImportOptions options() {
    ImportOptions options = ImportProfile.named(profile).options();
    options = timestepSeconds == null ? options : options.withTimestepSeconds(timestepSeconds);
    options = reset == null ? options : options.withResetRule(reset);
    options = leak == null ? options : options.withLeakRule(leak);
    options = resistance == null ? options : options.withResistanceRule(resistance);
    options = threshold == null ? options : options.withThresholdRule(threshold);
    options = spikes == null ? options : options.withSpikeRule(spikes);
    options = current == null ? options : options.withCurrentRule(current);
    options = amplitude == null ? options : options.withSpikeAmplitude(amplitude);
    return layerDelay == null ? options : options.withLayerDelay(layerDelay);
  }
}

package org.spikeledger.tools.cli.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.DatasetSpecification;
import org.spikeledger.models.file.OutputFile;
import org.spikeledger.simulator.energy.AnnDensity;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.FirstLayer;
import org.spikeledger.simulator.profile.NetworkProfile;
import org.spikeledger.simulator.profile.ProfileSettings;
import org.spikeledger.simulator.profile.Profiler;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
import org.spikeledger.tools.cli.energy.EnergyJson;
import org.spikeledger.tools.cli.run.PreparedRun;
import org.spikeledger.tools.cli.run.RunJson;
import org.spikeledger.tools.cli.run.RunOptions;
import org.spikeledger.tools.report.ProfilePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code profile}. */
@Command(
    name = "profile",
    description =
        "Spike rates by layer and timestep, histograms, dead and saturated neurons, operations,"
            + " accesses, energy against every ANN, the ANN's activations beside the SNN's rates,"
            + " a raster, other tools' figures; as a page with --out, as files with --csv.",
    footer = {
      "",
      "Example: spikeledger profile zoo:fashion-mnist-t1 --data fashion-mnist --limit 1000"
          + " --out profile.html"
    })
public final class ProfileCommand extends AnsweringCommand implements Subcommand {

  @Parameters(paramLabel = "NETWORK", description = "A .nir file or zoo:NAME.")
  private String network;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DATASET",
      description = DatasetSpecification.KNOWN + ".")
  private String dataset;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Prices of operations and memory, shipped or a file NAME.json of your own. Default:"
              + " the paper's for a float32 run, horowitz-45nm-int8 for an int8 run.")
  private String model;

  @Option(
      names = "--ann-images",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "Run the ANN of the same weights on the first N images. Default: ${DEFAULT-VALUE}.")
  private int annImages;

  @Option(
      names = "--raster",
      paramLabel = "LAYER",
      split = ",",
      description = "Draw the spikes of these layers. Default: all that fire.")
  private Set<String> rasterLayers = Set.of();

  @Option(
      names = "--sample",
      paramLabel = "I",
      defaultValue = "0",
      description =
          "The image whose spikes are drawn, 0 being the first. Default: ${DEFAULT-VALUE}.")
  private long sample;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write a self-contained page, which needs neither network nor script.")
  private Path page;

  @Option(
      names = "--csv",
      paramLabel = "FOLDER",
      description = "Write the same tables as comma-separated files.")
  private Path csv;

  @Mixin private RunOptions options;

  /** For picocli. */
  public ProfileCommand() {}

  @Override
  protected Answer answer() throws IOException {
    if (csv != null && Files.exists(csv) && !Files.isDirectory(csv)) {
      throw new BadInputException("tables are written into a folder: csv=" + csv);
    }
    PreparedRun unwatched = options.prepare(network, dataset, this::warn);
    if (page != null) {
      OutputFile.require(page, List.of(unwatched.network().file()));
    }
    Profiler profiler =
        new Profiler(
            unwatched.network().graph(),
            unwatched.inputs().kind(),
            unwatched.settings().timesteps(),
            new ProfileSettings(annImages, sample, rasterLayers));
    PreparedRun prepared = unwatched.with(unwatched.settings().withProbes(profiler.probes()));
    RunSummary run = prepared.run(List.of(profiler));
    NetworkProfile profile = profiler.profile();
    EnergyStudy energy = energy(prepared, run, profile);
    if (page != null) {
      ProfilePage.write(page, run, profile, energy);
      tell("page written: file=" + page);
    }
    if (csv != null) {
      Files.createDirectories(csv);
      new ProfileCsv(run, profile, energy).write(csv);
      tell("tables written: folder=" + csv);
    }
    return Answer.done(json(run, profile, energy), ProfileText.of(run, profile, energy));
  }

  private EnergyStudy energy(PreparedRun prepared, RunSummary run, NetworkProfile profile) {
    return EnergyStudy.of(
        CostModels.operations(model == null ? CostModels.fitting(run.precision()) : model),
        FirstLayer.ONCE,
        prepared.activity(run),
        zeros(profile));
  }

  private static Optional<AnnDensity> zeros(NetworkProfile profile) {
    return profile.whyNoAnn().isPresent()
        ? Optional.empty()
        : Optional.of(
            new AnnDensity(
                profile.annDensities(),
                "of the ANN with the SNN's own weights, over %d images"
                    .formatted(profile.annImages())));
  }

  private static Map<String, Object> json(
      RunSummary run, NetworkProfile profile, EnergyStudy energy) {
    Map<String, Object> json = RunJson.of(run);
    json.put("profile", ProfileJson.of(run, profile));
    json.put("energy", EnergyJson.of(run, List.of(energy)));
    return json;
  }
}

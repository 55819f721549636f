package org.spikeledger.tools.cli.episode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.spikeledger.models.file.OutputFile;
import org.spikeledger.simulator.agent.EpisodeListener;
import org.spikeledger.simulator.agent.EpisodeSummary;
import org.spikeledger.simulator.agent.Episodes;
import org.spikeledger.simulator.agent.PlaySettings;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.FirstLayer;
import org.spikeledger.simulator.energy.OperationCosts;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
import org.spikeledger.tools.cli.run.Progress;
import org.spikeledger.tools.report.EpisodeFootage;
import org.spikeledger.tools.report.EpisodePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code episode}. */
@Command(
    name = "episode",
    description = {
      "Let a network act in an environment: reward by episode, spikes, operations and energy by"
          + " environment step.",
      "Equal seeds give equal episodes, spike for spike, for any number of threads."
    },
    footer = {
      "",
      "Example: spikeledger episode agent.nir --environment cartpole --seed 1 --episodes 100",
      "Example: spikeledger episode agent.nir --record run.trace --picture run.html"
    })
public final class EpisodeCommand extends AnsweringCommand implements Subcommand {

  @Parameters(paramLabel = "NETWORK", description = "A .nir file or zoo:NAME.")
  private String network;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Of the first episode; each further one's is one more. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--episodes",
      paramLabel = "K",
      defaultValue = "1",
      description = "Default: ${DEFAULT-VALUE}.")
  private int episodes;

  @Option(
      names = "--threads",
      paramLabel = "K",
      description = "Episodes side by side. Default: the number of cores.")
  private Integer threads;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Record the first episode as a trace: one inference where state is carried, else an"
              + " inference a step.")
  private Path record;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Write a self-contained page that replays the first episode.")
  private Path picture;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = CostModels.PAPER,
      description =
          "Prices of operations and memory, shipped or a file NAME.json of your own. Default:"
              + " ${DEFAULT-VALUE}.")
  private String model;

  @Option(
      names = "--first-layer",
      paramLabel = "RULE",
      defaultValue = "once",
      description =
          "How often the observation's product is charged in an environment step: once or"
              + " everyTimestep. Default: ${DEFAULT-VALUE}.")
  private String firstLayer;

  @Mixin private AgentOptions options;

  /** For picocli. */
  public EpisodeCommand() {}

  @Override
  protected Answer answer() {
    int cores = Runtime.getRuntime().availableProcessors();
    PlaySettings settings = new PlaySettings(seed, episodes, threads == null ? cores : threads);
    OperationCosts costs = CostModels.operations(model);
    FirstLayer charged = FirstLayer.named(firstLayer);
    for (Path output : Stream.of(record, picture).filter(Objects::nonNull).toList()) {
      OutputFile.require(output, List.of());
    }
    AgentOptions.Prepared agent = options.prepare(network, this::warn);
    Optional<EpisodeFootage> footage =
        picture == null ? Optional.empty() : Optional.of(new EpisodeFootage(agent.network()));
    EpisodeSummary summary = play(agent, settings, footage);
    footage.ifPresent(each -> show(each, summary));
    List<EpisodeEnergy> energies = EpisodeEnergy.of(summary, costs, charged);
    Map<String, Object> json = EpisodeJson.of(summary, network, model, energies);
    return Answer.done(json, EpisodeText.of(summary, network, energies));
  }

  private EpisodeSummary play(
      AgentOptions.Prepared agent, PlaySettings settings, Optional<EpisodeFootage> footage) {
    try (Progress progress = Progress.of("episodes", settings.episodes());
        EpisodeTrace trace =
            new EpisodeTrace(record, agent.network(), network, agent.where().toString())) {
      List<EpisodeListener> watching =
          Stream.concat(record == null ? Stream.empty() : Stream.of(trace), footage.stream())
              .toList();
      EpisodeSummary summary =
          Episodes.play(
              agent.network(),
              agent.where(),
              settings,
              EpisodeListener.all(watching),
              episode -> progress.step());
      if (record != null) {
        tell(trace.complete());
      }
      return summary;
    }
  }

  private void show(EpisodeFootage footage, EpisodeSummary summary) {
    EpisodePage.write(picture, network, summary, footage);
    tell("page written: file=" + picture);
  }
}

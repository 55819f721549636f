package org.spikeledger.tools.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.spikeledger.simulator.agent.EpisodeSummary;
import org.spikeledger.simulator.agent.PlayedEpisode;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;

/**
 * One HTML page that replays an episode: what the agent sees beside the spikes of each layer, with
 * play, pause and a slider. It holds all it needs and loads nothing; its one script is named by its
 * hash.
 */
public final class EpisodePage {

  private static final String FOOT =
      "Every spike shown was computed by the event-driven engine, which counts each one.";

  private EpisodePage() {}

  /**
   * Writes the page to a temporary file beside the target, then moves it there.
   *
   * @param file the target, replaced where it exists; its folder must exist
   * @param networkName as the user gave it
   * @param footage of the first episode
   * @throws org.spikeledger.models.BadInputException where the file cannot be written; nothing is
   *     left behind
   */
  public static void write(
      Path file, String networkName, EpisodeSummary summary, EpisodeFootage footage) {
    PageFile.write(file, text(networkName, summary, footage));
  }

  /** The page as text. */
  public static String text(String networkName, EpisodeSummary summary, EpisodeFootage footage) {
    return PageFrame.text(
        "%s in %s".formatted(networkName, summary.environment()),
        FOOT,
        PageScript.named("episode.js"),
        page -> {
          writeHeading(page, networkName, summary);
          EpisodePlayerSection.write(page, summary, footage);
          writeActivity(page, summary);
        });
  }

  private static void writeHeading(Markup page, String networkName, EpisodeSummary summary) {
    PlayedEpisode first = summary.episodes().getFirst();
    page.open("header").leaf("h1", networkName).open("dl", "class", "facts");
    page.fact("environment", summary.environment());
    page.fact("seed of this episode", String.valueOf(first.seed()));
    page.fact("reward of this episode", number(first.reward()));
    page.fact("its environment steps", Figures.whole(first.steps()));
    page.fact("timesteps of a step", String.valueOf(summary.network().settings().timesteps()));
    page.fact("state between steps", summary.network().settings().state().key());
    if (summary.episodes().size() > 1) {
      page.fact(
          "reward ± standard deviation over %d episodes".formatted(summary.episodes().size()),
          number(summary.meanReward()) + " ± " + number(summary.rewardDeviation()));
    }
    page.close().open("dl", "class", "digits");
    page.fact("fingerprint (network, parameters, rules)", summary.network().fingerprint());
    page.fact("digest of this episode", first.digest());
    page.close().close().line();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }

  private static void writeActivity(Markup page, EpisodeSummary summary) {
    page.open("section").leaf("h2", "Activity").line();
    Table table =
        new Table("Means an environment step, over all episodes", "layer")
            .text("kind")
            .number("neurons")
            .number("spikes")
            .number("spikes a neuron")
            .number("synaptic operations")
            .number("dense MACs of the ANN");
    double steps = summary.steps();
    for (LayerFacts layer : summary.network().facts()) {
      int index = layer.layer().index();
      boolean fires = layer.fires();
      double spikes = summary.counts().layer(index, Primitive.SPIKES) / steps;
      table.row(
          List.of(
              layer.layer().name(),
              layer.kind(),
              Figures.whole(layer.layer().neurons()),
              fires ? number(spikes) : "-",
              fires
                  ? String.format(Locale.ROOT, "%.4f", summary.spikesPerNeuronPerStep(layer))
                  : "-",
              number(summary.counts().synapticOperations(index) / steps),
              Figures.whole(layer.denseOperations())));
    }
    table.write(page);
    page.close().line();
  }
}

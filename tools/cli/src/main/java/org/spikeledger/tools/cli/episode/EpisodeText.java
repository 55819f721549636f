package org.spikeledger.tools.cli.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spikeledger.simulator.agent.EpisodeSummary;
import org.spikeledger.simulator.agent.PlayedEpisode;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.MembraneAccess.Access;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;

/** Episodes as text for people. */
final class EpisodeText {

  private final EpisodeSummary summary;
  private final String networkName;

  private EpisodeText(EpisodeSummary summary, String networkName) {
    this.summary = summary;
    this.networkName = networkName;
  }

  static String of(EpisodeSummary summary, String networkName, List<EpisodeEnergy> energies) {
    EpisodeText text = new EpisodeText(summary, networkName);
    return String.join(
        "\n",
        text.head(),
        text.episodes(),
        text.activity(),
        text.accesses(),
        text.energy(energies),
        footnote());
  }

  private String head() {
    StringBuilder text = new StringBuilder();
    field(text, "network", networkName);
    field(text, "environment", summary.environment());
    field(
        text,
        "agent",
        "%d timestep(s) an environment step, state %s between steps, kernel %s, %d thread(s)"
            .formatted(
                summary.network().settings().timesteps(),
                summary.network().settings().state().key(),
                summary.network().kernel(),
                summary.threads()));
    field(
        text,
        "reward",
        "%s +- %s an episode (mean, standard deviation) over %s episode(s)"
            .formatted(
                number(summary.meanReward()),
                number(summary.rewardDeviation()),
                Figures.whole(summary.episodes().size())));
    field(
        text,
        "speed",
        "%s environment steps in %s s: %s a second"
            .formatted(
                Figures.whole(summary.steps()),
                number(summary.wallSeconds()),
                Figures.mean(summary.steps() / summary.wallSeconds())));
    field(text, "fingerprint", summary.network().fingerprint());
    field(text, "digest", summary.digest());
    return text.toString();
  }

  private static void field(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-12s %s%n", name, value));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }

  private String episodes() {
    Table table =
        Table.of(
            Column.number("seed"),
            Column.number("steps"),
            Column.number("reward"),
            Column.text("ended"),
            Column.text("digest"));
    for (PlayedEpisode episode : summary.episodes()) {
      table.row(
          String.valueOf(episode.seed()),
          Figures.whole(episode.steps()),
          number(episode.reward()),
          episode.truncated() ? "truncated" : "terminated",
          episode.digest().substring(0, 16));
    }
    return table.text();
  }

  private String activity() {
    Table table =
        Table.of(
            Column.text("layer"),
            Column.text("kind"),
            Column.number("neurons"),
            Column.number("spikes/step"),
            Column.number("spikes/neuron/timestep"),
            Column.number("spikes/neuron/step"),
            Column.number("synaptic operations/step"),
            Column.number("dense MACs/step"));
    double steps = summary.steps();
    int timesteps = summary.network().settings().timesteps();
    for (LayerFacts layer : summary.network().facts()) {
      int index = layer.layer().index();
      boolean fires = layer.fires();
      double rate = summary.spikesPerNeuronPerStep(layer);
      table.row(
          layer.layer().name(),
          layer.kind(),
          Figures.whole(layer.layer().neurons()),
          fires ? Figures.mean(summary.counts().layer(index, Primitive.SPIKES) / steps) : "-",
          fires ? Figures.rate(rate / timesteps) : "-",
          fires ? Figures.rate(rate) : "-",
          Figures.mean(summary.counts().synapticOperations(index) / steps),
          Figures.whole(layer.denseOperations()));
    }
    double rate = summary.spikesPerNeuronPerStep();
    return table
        .row(
            "total",
            "spiking neurons",
            Figures.whole(summary.spikingNeurons()),
            Figures.mean(summary.counts().total(Primitive.SPIKES) / steps),
            Figures.rate(rate / timesteps),
            Figures.rate(rate),
            Figures.mean(summary.counts().synapticOperations() / steps),
            Figures.whole(
                summary.network().facts().stream().mapToLong(LayerFacts::denseOperations).sum()))
        .text();
  }

  private String accesses() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("membrane reads/writes a step"));
    for (MembraneAccess model : MembraneAccess.values()) {
      columns.add(Column.number(model.key()));
    }
    Table table = new Table(columns);
    for (LayerFacts layer : summary.network().facts()) {
      table.row(accesses(layer.layer().name(), List.of(layer)));
    }
    return table.row(accesses("total", summary.network().facts())).text();
  }

  private List<String> accesses(String name, List<LayerFacts> layers) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    for (MembraneAccess model : MembraneAccess.values()) {
      Access sum = summary.membraneAccesses(layers, model);
      cells.add(
          Figures.mean((double) sum.reads() / summary.steps())
              + " / "
              + Figures.mean((double) sum.writes() / summary.steps()));
    }
    return cells;
  }

  private String energy(List<EpisodeEnergy> energies) {
    Table table =
        Table.of(
            Column.text("energy"),
            Column.number("SNN pJ/step"),
            Column.number("ANN pJ/step"),
            Column.number("alpha"),
            Column.number("SNN nJ/episode"),
            Column.number("ANN nJ/episode"));
    double stepsOfEpisode = (double) summary.steps() / summary.episodes().size();
    for (EpisodeEnergy energy : energies) {
      table.row(
          energy.accounting(),
          Figures.whole(Math.round(energy.snnPj())),
          Figures.whole(Math.round(energy.annPj())),
          Figures.ratio(energy.alpha()),
          Figures.mean(energy.snnPj() * stepsOfEpisode / 1e3),
          Figures.mean(energy.annPj() * stepsOfEpisode / 1e3));
    }
    return table.text() + EnergyReport.NOT_INCLUDED + '\n';
  }

  private static String footnote() {
    return """
    step: an environment step, of T timesteps; spikes, synaptic operations: counted exactly, means over all steps
    synaptic operations: each arriving event times its true fan-out; without the observation, a directly encoded input
    dense MACs: of the ANN of the same shape, run once a step
    elided: where state is carried, only an episode's first read and last write fall away
    alpha: ANN / SNN; below 1 the ANN costs less; the ANN is priced in the cost model's own precision
    with memory: every potential read and written in every timestep; weights and inputs by the reuse named
    """;
  }
}

package org.spikeledger.tools.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.spikeledger.simulator.profile.AnnAgainstSnn;
import org.spikeledger.simulator.profile.AnnRule;
import org.spikeledger.simulator.profile.NetworkProfile;

/** The ANN of the same weights beside the SNN, a scatter a layer. */
final class AnnSection {

  private AnnSection() {}

  static void write(Markup page, NetworkProfile profile) {
    page.leaf(
        "p",
        "The ANN has the SNN's own weights and, in each neuron's place, a rectifier: %s (I the input current of the layer; clipped: %s). Leak and reset are left out; it is not the ANN that was trained before conversion. SNN: spikes of a neuron a timestep. Over the first %d images."
            .formatted(AnnRule.UNCLIPPED.formula(), AnnRule.CLIPPED.formula(), profile.annImages()),
        "class",
        "note");
    Table table =
        new Table("ANN activation against SNN rate", "layer")
            .number("mean", "ANN, clipped")
            .number("mean", "SNN")
            .number("correlation with the SNN", "ANN clipped")
            .number("correlation with the SNN", "ANN unclipped")
            .number("ANN's operations on non-zero activations");
    profile.annAgainstSnn().forEach(each -> table.row(row(each, profile)));
    table.write(page);
    page.leaf("h3", "Rate of the SNN (upwards) over the clipped ANN's activation (across)");
    page.open("div", "class", "multiples");
    for (AnnAgainstSnn each : profile.annAgainstSnn()) {
      new ScatterChart(
              "%s, correlation %s".formatted(each.layer(), text(each.correlationClipped())),
              each.points())
          .write(page);
    }
    page.close().line();
  }

  private static List<String> row(AnnAgainstSnn each, NetworkProfile profile) {
    Double density = profile.annDensities().get(each.layer());
    return List.of(
        each.layer(),
        Figures.rate(each.meanActivation()),
        Figures.rate(each.meanRate()),
        text(each.correlationClipped()),
        text(each.correlationUnclipped()),
        density == null ? Figures.NONE : Figures.percent(density));
  }

  private static String text(OptionalDouble correlation) {
    return correlation.isEmpty()
        ? "not defined"
        : String.format(Locale.ROOT, "%.3f", correlation.getAsDouble());
  }
}

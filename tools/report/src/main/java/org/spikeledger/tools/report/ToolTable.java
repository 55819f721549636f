package org.spikeledger.tools.report;

import java.util.List;
import java.util.Locale;
import org.spikeledger.simulator.profile.NetworkProfile;
import org.spikeledger.simulator.profile.ToolFigure;

/** The figures that other tools would give. */
final class ToolTable {

  private ToolTable() {}

  static void write(Markup page, NetworkProfile profile) {
    Table table =
        new Table("Means an inference, unless said otherwise; each call is one timestep", "tool")
            .text("figure")
            .number("value")
            .text("definition");
    ToolFigure.of(profile).forEach(each -> table.row(row(each)));
    table.write(page);
  }

  private static List<String> row(ToolFigure each) {
    String value =
        each.value() < 1
            ? String.format(Locale.ROOT, "%.4f", each.value())
            : Figures.mean(each.value());
    return List.of(each.tool(), each.name(), value, each.definition());
  }
}

package org.spikeledger.tools.cli.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;

/**
 * The table of all claims.
 *
 * @param findings a row each
 */
record PaperReport(List<Finding> findings) {

  /** Characters of a line of a column. */
  private static final int CLAIM = 34;

  private static final int CLAIMED = 16;
  private static final int OURS = 40;

  static PaperReport of(Evidence evidence, ReinforcementClaims reinforcement) {
    return new PaperReport(
        Stream.of(
                new AccuracyClaims(evidence).all(),
                new DirectTrainingClaim(evidence).all(),
                new EnergyClaims(evidence).all(),
                new WiderEnergyClaims(evidence).all(),
                new TrafficClaims(evidence).all(),
                reinforcement.all(),
                CriticsClaims.all(),
                new OwnNetworks(evidence).all())
            .flatMap(List::stream)
            .toList());
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("paper", "Chowdhury, Rathi, Roy, ECCV 2022, arXiv 2110.05929");
    json.put("rows", findings.stream().map(PaperReport::row).toList());
    json.put("notIncluded", EnergyReport.NOT_INCLUDED);
    return json;
  }

  private static Map<String, Object> row(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("claim", finding.claim());
    json.put("claimed", finding.claimed());
    json.put("source", finding.source());
    json.put("ours", finding.ours());
    json.put("how", finding.how().text());
    json.put("network", finding.network());
    json.put("formula", finding.formula());
    json.put("accounting", finding.accounting());
    json.put("verdict", finding.verdict().text());
    json.put("why", finding.why());
    return json;
  }

  String text() {
    Table table =
        Table.of(
            Column.number("row"),
            Column.wrapped("claim", CLAIM),
            Column.wrapped("claimed", CLAIMED),
            Column.wrapped("ours", OURS),
            Column.text("how"),
            Column.text("verdict"));
    StringBuilder notes = new StringBuilder("\n");
    for (int i = 0; i < findings.size(); i++) {
      Finding each = findings.get(i);
      String row = String.valueOf(i + 1);
      table.row(
          row, each.claim(), each.claimed(), each.ours(), each.how().text(), each.verdict().text());
      notes.append("%s. %s: %s%n".formatted(row, each.claim(), each.why()));
      if (each.how() != Finding.How.NONE) {
        notes.append(
            "   network %s; formula %s; accounting %s%n"
                .formatted(each.network(), each.formula(), each.accounting()));
      }
    }
    return table.text()
        + EnergyReport.NOT_INCLUDED
        + "\n"
        + notes
        + "measured: by our engine on our networks; computed: from an architecture, at a rate that"
        + " is named\n";
  }
}

package org.spikeledger.tools.cli.energy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.spikeledger.simulator.energy.Bill;
import org.spikeledger.simulator.energy.BillItem;
import org.spikeledger.simulator.energy.BilledEnergy;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.LayerBill;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;

/** Bills as text: totals by variant, then the items of the first variant over all layers. */
final class BillText {

  private static final String NO_ANN = "not priced";

  private BillText() {}

  static String of(BilledEnergy billed) {
    return totals(billed)
        + EnergyReport.NOT_INCLUDED
        + "\n\n"
        + items(billed.bills().getFirst())
        + EnergyReport.NOT_INCLUDED
        + "\n\nformula: "
        + billed.costs().formula()
        + "\nsource: "
        + billed.costs().source()
        + '\n';
  }

  private static String totals(BilledEnergy billed) {
    boolean ann = billed.costs().pricesAnn();
    Table table =
        Table.of(
            Column.text("accounting"),
            Column.number("SNN pJ"),
            Column.number("ANN pJ"),
            Column.number("alpha"),
            Column.number("crossover, times the rates"));
    for (Bill bill : billed.bills()) {
      table.row(
          bill.accounting(),
          Figures.whole(Math.round(bill.snnPj())),
          ann ? Figures.whole(Math.round(bill.annPj())) : NO_ANN,
          ann ? bill.alpha().text() : NO_ANN,
          ann ? Figures.ratio(bill.crossover()) : NO_ANN);
    }
    return table.text();
  }

  private static String items(Bill bill) {
    Table table =
        Table.of(
            Column.text("items, " + bill.accounting()),
            Column.text("side"),
            Column.number("count"),
            Column.number("pJ"));
    add(table, bill, "SNN", LayerBill::snn);
    add(table, bill, "ANN", LayerBill::ann);
    return table.text();
  }

  private static void add(
      Table table, Bill bill, String side, Function<LayerBill, Iterable<BillItem>> items) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (LayerBill layer : bill.layers()) {
      for (BillItem item : items.apply(layer)) {
        double[] sum = sums.computeIfAbsent(item.what(), what -> new double[2]);
        sum[0] += item.count();
        sum[1] += item.pj();
      }
    }
    sums.forEach(
        (what, sum) ->
            table.row(what, side, Figures.mean(sum[0]), Figures.whole(Math.round(sum[1]))));
  }
}

package org.spikeledger.tools.cli.energy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.simulator.energy.Bill;
import org.spikeledger.simulator.energy.BillItem;
import org.spikeledger.simulator.energy.BilledEnergy;
import org.spikeledger.simulator.energy.Comparison;
import org.spikeledger.simulator.energy.LayerBill;
import org.spikeledger.tools.cli.json.Json;

/** Bills in JSON: every item with its count and its price. */
final class BillJson {

  private BillJson() {}

  static void put(Map<String, Object> json, BilledEnergy billed) {
    boolean ann = billed.costs().pricesAnn();
    json.put("formula", billed.costs().formula());
    Bill first = billed.bills().getFirst();
    json.put("accounting", first.accounting());
    putComparison(json, first, ann);
    json.put("crossover", ann ? Json.orNull(first.crossover()) : null);
    json.put("bills", billed.bills().stream().map(bill -> bill(bill, ann)).toList());
  }

  private static Map<String, Object> bill(Bill bill, boolean ann) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("accounting", bill.accounting());
    putComparison(json, bill, ann);
    json.put("crossover", ann ? Json.orNull(bill.crossover()) : null);
    json.put("layers", bill.layers().stream().map(layer -> layer(layer, ann)).toList());
    return json;
  }

  private static Map<String, Object> layer(LayerBill layer, boolean ann) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", layer.layer());
    putComparison(json, layer, ann);
    json.put("snn", layer.snn().stream().map(BillJson::item).toList());
    json.put("ann", ann ? layer.ann().stream().map(BillJson::item).toList() : List.of());
    return json;
  }

  private static Map<String, Object> item(BillItem item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", item.what());
    json.put("count", item.count());
    json.put("pricePj", item.pricePj());
    json.put("pj", item.pj());
    return json;
  }

  private static void putComparison(Map<String, Object> json, Comparison comparison, boolean ann) {
    json.put("snnPj", comparison.snnPj());
    json.put("annPj", ann ? (Double) comparison.annPj() : null);
    json.put("alpha", ann ? Json.orNull(comparison.alpha().value()) : null);
  }
}

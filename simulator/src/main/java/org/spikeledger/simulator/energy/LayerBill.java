package org.spikeledger.simulator.energy;

import java.util.List;

/**
 * A layer's items.
 *
 * @param layer its name
 * @param snn of the SNN
 * @param ann of the ANN of the same shape; empty where the model prices none
 */
public record LayerBill(String layer, List<BillItem> snn, List<BillItem> ann)
    implements Comparison {

  /** Copies what can change. */
  public LayerBill {
    snn = List.copyOf(snn);
    ann = List.copyOf(ann);
  }

  @Override
  public double snnPj() {
    return snn.stream().mapToDouble(BillItem::pj).sum();
  }

  @Override
  public double annPj() {
    return ann.stream().mapToDouble(BillItem::pj).sum();
  }

  /** The part of the SNN's that events cause, in pJ. */
  double eventsPj() {
    return snn.stream().filter(BillItem::byEvents).mapToDouble(BillItem::pj).sum();
  }
}

package org.spikeledger.simulator.energy;

import java.util.List;

/**
 * One price a synaptic operation, as chips publish it (in a file, kind synapticOperation). It
 * stands for all that the chip does for one, memory and routing among it, as its makers measured.
 *
 * @param name as commands and reports name it
 * @param source where the price is published
 * @param technology the chip
 * @param precision of weights and sums, in words
 * @param synapticOperationPj of one synaptic operation, in pJ
 */
public record SynapticOperationCosts(
    String name, String source, String technology, String precision, double synapticOperationPj)
    implements BilledCosts {

  /** Checks texts and price. */
  public SynapticOperationCosts {
    CostModel.checkTexts(name, source, technology, precision);
    Price.check("synapticOperationPj", synapticOperationPj);
  }

  @Override
  public String formula() {
    return "price * (synaptic operations that events cause + those of the directly encoded layer,"
        + " once an inference); a graded event counts once a synapse, as an expanded one k"
        + " times";
  }

  @Override
  public boolean pricesAnn() {
    return false;
  }

  @Override
  public List<Bill> bills(CountedActivity activity) {
    return Bill.byPooledInput(activity, this::bill);
  }

  private LayerBill bill(LayerActivity layer, PooledInput rule) {
    return new LayerBill(
        layer.facts().layer().name(),
        List.of(
            BillItem.fixed(
                "directly encoded operations", layer.directOperations(), synapticOperationPj),
            BillItem.ofEvents("synaptic operations", rule.of(layer).total(), synapticOperationPj)),
        List.of());
  }
}

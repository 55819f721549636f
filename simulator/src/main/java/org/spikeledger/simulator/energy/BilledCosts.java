package org.spikeledger.simulator.energy;

import java.util.List;

/** A model whose energy is a bill: so many events of a kind, each at a price. */
public sealed interface BilledCosts extends CostModel
    permits LemaireCosts, SynapticOperationCosts, ChipCosts, BitCosts {

  /** The formula in words, for reports. */
  String formula();

  /** Whether the model prices an ANN too; without one there is no alpha. */
  boolean pricesAnn();

  /**
   * The bills of an inference, one under each variant of the accounting.
   *
   * @param activity what was counted
   */
  List<Bill> bills(CountedActivity activity);
}

package org.spikeledger.simulator.energy;

import java.util.List;

/**
 * The bills of a model.
 *
 * @param costs what was charged
 * @param bills one a variant of the accounting
 */
public record BilledEnergy(BilledCosts costs, List<Bill> bills) implements Pricing {

  /** Copies what can change. */
  public BilledEnergy {
    bills = List.copyOf(bills);
  }
}

package org.spikeledger.simulator.energy;

import java.util.Optional;

/** A model applied to an activity. */
public sealed interface Pricing permits EnergyStudy, BilledEnergy {

  /** What was charged. */
  CostModel costs();

  /**
   * Applies a model.
   *
   * @param costs the model
   * @param activity what was counted
   * @param zeros the ANN's own, where they are known
   */
  static Pricing of(CostModel costs, CountedActivity activity, Optional<AnnDensity> zeros) {
    return switch (costs) {
      case OperationCosts operations ->
          EnergyStudy.of(operations, FirstLayer.ONCE, activity, zeros);
      case BilledCosts billed -> new BilledEnergy(billed, billed.bills(activity));
    };
  }
}

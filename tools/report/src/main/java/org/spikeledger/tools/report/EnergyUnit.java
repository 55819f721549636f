package org.spikeledger.tools.report;

import java.util.Locale;

/** One unit for all energies of a table or chart, so that they can be compared by eye. */
enum EnergyUnit {
  PJ("pJ", 1),
  NJ("nJ", 1e3),
  UJ("µJ", 1e6),
  MJ("mJ", 1e9),
  J("J", 1e12);

  private final String symbol;
  private final double pj;

  EnergyUnit(String symbol, double pj) {
    this.symbol = symbol;
    this.pj = pj;
  }

  /** The largest unit of which the energy has at least one. */
  static EnergyUnit of(double energyPj) {
    EnergyUnit found = PJ;
    for (EnergyUnit unit : values()) {
      if (energyPj >= unit.pj) {
        found = unit;
      }
    }
    return found;
  }

  String symbol() {
    return symbol;
  }

  /** An energy in this unit. */
  double amount(double energyPj) {
    return energyPj / pj;
  }

  String text(double energyPj) {
    return String.format(Locale.ROOT, "%,.4f", amount(energyPj));
  }

  String withSymbol(double energyPj) {
    return String.format(Locale.ROOT, "%,.3f %s", amount(energyPj), symbol);
  }
}

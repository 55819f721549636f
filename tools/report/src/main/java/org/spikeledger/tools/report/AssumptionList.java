package org.spikeledger.tools.report;

import org.spikeledger.simulator.energy.Assumption;
import org.spikeledger.simulator.energy.EnergyReport;

/** Every assumption behind the energies. */
final class AssumptionList {

  private AssumptionList() {}

  static void write(Markup page, EnergyReport energy) {
    page.open("dl", "class", "assumptions");
    for (Assumption assumption : energy.assumptions()) {
      page.leaf("dt", assumption.subject()).leaf("dd", assumption.text()).line();
    }
    page.close().line();
  }
}

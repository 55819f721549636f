package org.spikeledger.tools.report;

import org.spikeledger.simulator.energy.EnergyReport;

/** What stands under every energy. */
final class EnergyNote {

  private EnergyNote() {}

  static void write(Markup page) {
    page.leaf(
        "p",
        EnergyReport.NOT_INCLUDED
            + " Alpha below 1: the ANN costs less. meanRate is an estimate; graded and expanded"
            + " are counted.",
        "class",
        "note");
  }
}

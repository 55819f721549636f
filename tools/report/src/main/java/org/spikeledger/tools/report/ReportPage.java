package org.spikeledger.tools.report;

import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.run.RunSummary;

/**
 * One HTML page of a run: what was run, a row a layer, energy against every ANN with every
 * assumption, and two pictures. The page holds all it needs and loads nothing.
 */
public final class ReportPage {

  private ReportPage() {}

  /**
   * Writes the page to a temporary file beside the target, then moves it there.
   *
   * @param file the target, replaced where it exists; its folder must exist
   * @param run at least one inference
   * @param study of the same run's energy
   * @throws BadInputException where the file cannot be written; nothing is left behind
   */
  public static void write(Path file, RunSummary run, EnergyStudy study) {
    PageFile.write(file, text(run, study));
  }

  /** The page as text. */
  public static String text(RunSummary run, EnergyStudy study) {
    return PageFrame.text(
        "%s on %s, T = %d".formatted(run.network(), run.dataset(), run.timesteps()),
        page -> {
          RunHeading.write(page, run);
          writeActivity(page, run);
          writeEnergy(page, study);
        });
  }

  private static void writeActivity(Markup page, RunSummary run) {
    page.open("section").leaf("h2", "Activity").line();
    RateChart.write(page, run);
    LayerTable.write(page, run);
    MembraneTable.write(page, run);
    page.close().line();
  }

  private static void writeEnergy(Markup page, EnergyStudy study) {
    EnergyReport energy = study.likeWithLike();
    page.open("section").leaf("h2", "Energy against the ANN").line();
    EnergySummary.write(page, energy);
    EnergyChart.write(page, energy);
    EnergyNote.write(page);
    BaselineSection.write(page, study);
    ComputeTable.write(page, energy);
    page.close().open("section").leaf("h2", "Energy with memory").line();
    MemoryTables.write(page, energy);
    page.close().open("section").leaf("h2", "Assumptions").line();
    AssumptionList.write(page, energy);
    page.close().line();
  }
}

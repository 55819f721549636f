package org.spikeledger.tools.report;

import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.profile.Footprint;
import org.spikeledger.simulator.profile.NetworkProfile;
import org.spikeledger.simulator.run.RunSummary;

/**
 * One HTML page of a profiled run: rates, histograms, operations, accesses, energy against every
 * ANN with crossover curves, the ANN's activations beside the SNN's rates, rasters, and other
 * tools' figures. The page holds all it needs and loads nothing.
 */
public final class ProfilePage {

  private ProfilePage() {}

  /**
   * Writes the page to a temporary file beside the target, then moves it there.
   *
   * @param file the target, replaced where it exists; its folder must exist
   * @param run at least one inference
   * @param profile of the same run
   * @param energy of the same run
   * @throws BadInputException where the file cannot be written; nothing is left behind
   */
  public static void write(Path file, RunSummary run, NetworkProfile profile, EnergyStudy energy) {
    PageFile.write(file, text(run, profile, energy));
  }

  /** The page as text. */
  public static String text(RunSummary run, NetworkProfile profile, EnergyStudy energy) {
    return PageFrame.text(
        "Profile of %s on %s, T = %d".formatted(run.network(), run.dataset(), run.timesteps()),
        page -> {
          RunHeading.write(page, run);
          writeActivity(page, run, profile);
          writeEnergy(page, energy);
          writeRest(page, profile);
          page.open("section").leaf("h2", "Assumptions").line();
          AssumptionList.write(page, energy.likeWithLike());
          page.close().line();
        });
  }

  private static void writeActivity(Markup page, RunSummary run, NetworkProfile profile) {
    page.open("section").leaf("h2", "Spike rates").line();
    RateChart.write(page, run);
    TimestepRates.write(page, run);
    LayerTable.write(page, run);
    HistogramSection.write(page, profile);
    page.close().open("section").leaf("h2", "Operations").line();
    OperationsSection.write(page, run, profile);
    page.close().open("section").leaf("h2", "Membrane potentials").line();
    MembraneChart.write(page, run);
    MembraneTable.write(page, run);
    page.close().line();
  }

  private static void writeEnergy(Markup page, EnergyStudy study) {
    EnergyReport report = study.likeWithLike();
    page.open("section").leaf("h2", "Energy against the ANN").line();
    EnergySummary.write(page, report);
    EnergyChart.write(page, report);
    EnergyNote.write(page);
    BaselineSection.write(page, study);
    page.close().open("section").leaf("h2", "Where both cost the same").line();
    CrossoverSection.write(page, study);
    page.close().open("section").leaf("h2", "Energy by layer").line();
    ComputeTable.write(page, report);
    MemoryTables.write(page, report);
    page.close().line();
  }

  private static void writeRest(Markup page, NetworkProfile profile) {
    page.open("section").leaf("h2", "ANN against SNN").line();
    if (profile.whyNoAnn().isPresent()) {
      page.leaf("p", "Not run: %s.".formatted(profile.whyNoAnn().get()), "class", "note");
    } else {
      AnnSection.write(page, profile);
    }
    page.close().line();
    if (!profile.rasters().isEmpty()) {
      page.open("section")
          .leaf("h2", "Raster of image %d".formatted(profile.rasters().getFirst().sample()))
          .line();
      page.leaf("p", "Across: neurons by NIR index; downwards: timesteps.", "class", "note");
      profile.rasters().forEach(raster -> new RasterChart(raster).write(page));
      page.close().line();
    }
    page.open("section").leaf("h2", "Footprint and other tools' figures").line();
    writeFootprint(page, profile.footprint());
    ToolTable.write(page, profile);
    page.close().line();
  }

  private static void writeFootprint(Markup page, Footprint footprint) {
    page.leaf(
        "p",
        "Footprint %s bytes in float32: %s weights (%s of them zero, connection sparsity %s), %s biases, %s neuron parameters, %s potentials."
            .formatted(
                Figures.whole(footprint.bytes()),
                Figures.whole(footprint.weights()),
                Figures.whole(footprint.zeroWeights()),
                Figures.percent(footprint.connectionSparsity()),
                Figures.whole(footprint.biases()),
                Figures.whole(footprint.neuronParameters()),
                Figures.whole(footprint.potentials())));
  }
}

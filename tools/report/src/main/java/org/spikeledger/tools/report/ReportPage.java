package org.spikeledger.tools.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.run.RunSummary;

/**
 * One HTML page of a run: what was run, a row a layer, energy against the ANN with every
 * assumption, and two pictures. The page holds all it needs and loads nothing.
 */
public final class ReportPage {

  private ReportPage() {}

  /**
   * Writes the page to a temporary file beside the target, then moves it there.
   *
   * @param file the target, replaced where it exists; its folder must exist
   * @param run at least one inference
   * @param energy of the same run
   * @throws BadInputException where the file cannot be written; nothing is left behind
   */
  public static void write(Path file, RunSummary run, EnergyReport energy) {
    Path target = file.toAbsolutePath();
    Path temporary = target.resolveSibling(target.getFileName() + ".partial");
    try {
      Files.writeString(temporary, text(run, energy));
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      remove(temporary);
      throw new BadInputException("a page's file must be writable: file=" + file, e);
    }
  }

  /** The page as text. */
  public static String text(RunSummary run, EnergyReport energy) {
    StringWriter text = new StringWriter();
    Markup page = new Markup(text);
    page.doctype().open("html", "lang", "en").line();
    writeHead(page, run);
    page.open("body").open("main").line();
    RunHeading.write(page, run);
    writeActivity(page, run);
    writeEnergy(page, energy);
    page.leaf(
        "footer",
        "Spikeledger. Every count is exact; every energy follows from counts by a formula above.");
    page.close().close().close().flush();
    return text.toString();
  }

  private static void writeHead(Markup page, RunSummary run) {
    page.open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'");
    page.leaf("title", "%s on %s, T = %d".formatted(run.network(), run.dataset(), run.timesteps()));
    page.leaf("style", style()).close().line();
  }

  private static void writeActivity(Markup page, RunSummary run) {
    page.open("section").leaf("h2", "Activity").line();
    RateChart.write(page, run);
    LayerTable.write(page, run);
    MembraneTable.write(page, run);
    page.close().line();
  }

  private static void writeEnergy(Markup page, EnergyReport energy) {
    page.open("section").leaf("h2", "Energy against the ANN").line();
    EnergySummary.write(page, energy);
    EnergyChart.write(page, energy);
    EnergyNote.write(page);
    ComputeTable.write(page, energy);
    page.close().open("section").leaf("h2", "Energy with memory").line();
    MemoryTables.write(page, energy);
    page.close().open("section").leaf("h2", "Assumptions").line();
    AssumptionList.write(page, energy);
    page.close().line();
  }

  private static String style() {
    try (InputStream stream = ReportPage.class.getResourceAsStream("report.css")) {
      if (stream == null) {
        throw new IllegalStateException("the page's style is missing: resource=report.css");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

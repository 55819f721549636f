package org.spikeledger.tools.report;

import java.util.Locale;
import org.spikeledger.simulator.run.RunSummary;

/** What was run, how well it did, and the digits that name it. */
final class RunHeading {

  private RunHeading() {}

  static void write(Markup page, RunSummary run) {
    page.open("header").leaf("h1", run.network()).open("dl", "class", "facts");
    fact(page, "dataset", run.dataset());
    fact(page, "inferences", Figures.count(run.samples()));
    fact(page, "timesteps T", String.valueOf(run.timesteps()));
    fact(page, "accuracy ± standard error", accuracy(run));
    fact(page, "precision", run.precision());
    fact(page, "engine, kernel, threads", engine(run));
    fact(page, "time", String.format(Locale.ROOT, "%.2f s", run.wallSeconds()));
    page.close().open("dl", "class", "digits");
    fact(page, "fingerprint (network, parameters, rules)", run.fingerprint());
    fact(page, "digest (all that was computed)", run.digest());
    page.close().close().line();
  }

  private static void fact(Markup page, String name, String value) {
    page.open("div").leaf("dt", name).leaf("dd", value).close().line();
  }

  private static String accuracy(RunSummary run) {
    if (run.accuracy().isEmpty()) {
      return "no labels";
    }
    String accuracy = Figures.percent(run.accuracy().getAsDouble());
    return run.accuracyStandardError().isEmpty()
        ? accuracy
        : accuracy + " ± " + Figures.percent(run.accuracyStandardError().getAsDouble());
  }

  private static String engine(RunSummary run) {
    return "%s, %s, %d".formatted(run.engine(), run.kernel(), run.threads());
  }
}

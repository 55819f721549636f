package org.spikeledger.tools.report;

import java.util.Locale;
import org.spikeledger.simulator.run.RunSummary;

/** What was run, how well it did, and the digits that name it. */
final class RunHeading {

  private RunHeading() {}

  static void write(Markup page, RunSummary run) {
    page.open("header").leaf("h1", run.network()).open("dl", "class", "facts");
    page.fact("dataset", run.dataset());
    page.fact("inferences", Figures.whole(run.samples()));
    page.fact("timesteps T", String.valueOf(run.timesteps()));
    page.fact("accuracy ± standard error", accuracy(run));
    page.fact("precision", run.precision());
    page.fact("engine, kernel, threads", engine(run));
    page.fact("time", String.format(Locale.ROOT, "%.2f s", run.wallSeconds()));
    page.close().open("dl", "class", "digits");
    page.fact("fingerprint (network, parameters, rules)", run.fingerprint());
    page.fact("digest (all that was computed)", run.digest());
    page.close().close().line();
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

package org.spikeledger.tools.train;

import java.nio.file.Path;
import org.spikeledger.tools.report.TrainingLog;
import org.spikeledger.tools.report.TrainingPage;
import org.spikeledger.training.stages.TrainingRun;

/** The page of a run, in its folder. */
final class RunPage {
  private static final String FILE = "training.html";

  private RunPage() {}

  /** Draws what the metrics log says so far; gives the page's file. */
  static Path draw(Path folder, String name) {
    Path page = folder.resolve(FILE);
    TrainingPage.write(page, TrainingLog.read(name, folder.resolve(TrainingRun.METRICS)));
    return page;
  }

  /** Where it is. */
  static Path file(Path folder) {
    return folder.resolve(FILE);
  }
}

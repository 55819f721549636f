package org.spikeledger.tools.train;

import java.nio.file.Files;
import java.nio.file.Path;
import org.spikeledger.tools.report.AgentLog;
import org.spikeledger.tools.report.AgentPage;
import org.spikeledger.tools.report.ComparisonLog;
import org.spikeledger.tools.report.ComparisonPage;
import org.spikeledger.tools.report.TrainingLog;
import org.spikeledger.tools.report.TrainingPage;
import org.spikeledger.training.checkpoint.RunFolder;
import org.spikeledger.training.config.StrictJson;
import org.spikeledger.training.rl.config.AgentConfigurations;

/** The page of a run or of a comparison, in its folder. */
final class RunPage {
  private static final String FILE = "training.html";
  private static final String COMPARISON = "comparison.html";

  private RunPage() {}

  /** Draws what its files say so far; gives the page's file. */
  static Path draw(Path folder, String name) {
    if (Files.exists(folder.resolve(ComparisonLog.FILE))) {
      Path compared = folder.resolve(COMPARISON);
      ComparisonPage.write(compared, ComparisonLog.read(folder));
      return compared;
    }
    Path page = folder.resolve(FILE);
    Path metrics = folder.resolve(RunFolder.METRICS);
    if (isAgents(folder.resolve(RunFolder.CONFIGURATION))) {
      AgentPage.write(page, AgentLog.read(name, metrics));
    } else {
      TrainingPage.write(page, TrainingLog.read(name, metrics));
    }
    return page;
  }

  private static boolean isAgents(Path configuration) {
    return Files.exists(configuration) && AgentConfigurations.isOne(StrictJson.read(configuration));
  }

  /** Where it is. */
  static Path file(Path folder) {
    return folder.resolve(FILE);
  }
}

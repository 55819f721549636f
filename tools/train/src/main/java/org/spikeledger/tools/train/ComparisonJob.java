package org.spikeledger.tools.train;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.training.progress.StepBar;
import org.spikeledger.training.rl.compare.AgentComparison;
import org.spikeledger.training.rl.compare.ComparisonConfiguration;
import org.spikeledger.training.rl.compare.SeedResult;

/** Agents beside one another, several seeds each. */
record ComparisonJob(ComparisonConfiguration configuration, Path folder, PageDrawing page)
    implements TrainingJob {

  @Override
  public Answer time(int steps) {
    throw new BadInputException(
        "the trainings of a comparison are timed one by one: --time=" + steps);
  }

  @Override
  public Answer train(Path publish, int compared) {
    if (publish != null) {
      throw new BadInputException(
          "the trainings of a comparison are published one by one: --publish=" + publish);
    }
    Compared result = Compared.of(configuration, results());
    keep(result);
    return Answer.done(result, result.text());
  }

  private List<SeedResult> results() {
    AgentComparison comparison = new AgentComparison(configuration, folder);
    try (StepBar bar = new StepBar(configuration.name(), " trainings", comparison.size())) {
      return comparison.run(
          (result, all) -> {
            keep(Compared.of(configuration, all));
            bar.at(all.size(), "%s, seed %d done".formatted(result.name(), result.seed()));
          });
    }
  }

  /** What is known so far, and its page. */
  private void keep(Compared result) {
    Path output = Path.of(configuration.output());
    result.write(output);
    page.draw(output, configuration.name());
  }
}

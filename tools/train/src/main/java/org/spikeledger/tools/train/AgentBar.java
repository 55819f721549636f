package org.spikeledger.tools.train;

import java.nio.file.Path;
import org.spikeledger.training.progress.StepBar;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.rl.run.RoundMetrics;
import org.spikeledger.training.rl.run.RunListener;

/** Shows a stage as a bar and draws the page after every round. Used by the training's thread. */
final class AgentBar implements RunListener {
  private final AgentConfiguration configuration;
  private final PageDrawing page;
  private StepBar bar;
  private double evaluated;

  AgentBar(AgentConfiguration configuration, PageDrawing page) {
    this.configuration = configuration;
    this.page = page;
  }

  @Override
  public void stage(AgentStage stage) {
    close();
    bar = new StepBar(stage.name(), " steps", stage.steps());
  }

  @Override
  public void episode(long steps, double reward, double epsilon) {
    bar.at(steps, "reward %.1f epsilon %.2f measured %.1f".formatted(reward, epsilon, evaluated));
  }

  @Override
  public void round(RoundMetrics metrics) {
    evaluated = metrics.reward().mean();
    page.draw(Path.of(configuration.output()), configuration.name());
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}

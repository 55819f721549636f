package org.spikeledger.tools.train;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.training.Training;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.zoo.NetworkCard;

/** A network for images. */
record VisionJob(TrainingConfiguration configuration, PageDrawing page) implements TrainingJob {

  @Override
  public Answer time(int steps) {
    Estimate estimate = Estimate.of(configuration, Training.time(configuration, steps));
    return Answer.done(estimate, estimate.text());
  }

  @Override
  public Answer train(Path publish, int compared) {
    Path folder = Path.of(configuration.output());
    Training.train(configuration, () -> page.draw(folder, configuration.name()));
    List<NetworkCard> networks =
        publish == null ? List.of() : Training.publish(configuration, publish, compared);
    Trained trained = Trained.of(configuration, networks);
    return Answer.done(trained, trained.text());
  }
}

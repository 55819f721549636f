package org.spikeledger.training.rl.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.training.checkpoint.RunFolder;
import org.spikeledger.training.progress.MetricsLog;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;

/**
 * What an agent's metrics log says as a whole.
 *
 * @param rounds its lines, in order
 */
public record AgentMetrics(List<RoundMetrics> rounds) {
  /** Copies the list. */
  public AgentMetrics {
    rounds = List.copyOf(rounds);
  }

  /**
   * Reads a run's log.
   *
   * @throws BadInputException where it is absent or a line is none of its kind
   */
  public static AgentMetrics read(AgentConfiguration configuration) {
    Path file = Path.of(configuration.output()).resolve(RunFolder.METRICS);
    try {
      return new AgentMetrics(MetricsLog.read(file, RoundMetrics.class));
    } catch (IOException e) {
      throw new BadInputException("a metrics log is readable: file=" + file, e);
    }
  }

  /** Environment steps of some stages. */
  public long steps(List<AgentStage> stages) {
    return stages.stream().mapToLong(stage -> steps(stage.name())).sum();
  }

  private long steps(String stage) {
    return rounds.stream()
        .filter(round -> round.stage().equals(stage))
        .mapToLong(RoundMetrics::steps)
        .max()
        .orElse(0);
  }
}

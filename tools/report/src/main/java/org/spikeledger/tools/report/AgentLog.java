package org.spikeledger.tools.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics log of an agent's training: a round a line.
 *
 * @param name of the run
 * @param rounds in the order in which they were first run, at least one
 */
public record AgentLog(String name, List<AgentRound> rounds) {

  /** Copies the list. */
  public AgentLog {
    rounds = List.copyOf(rounds);
  }

  /**
   * Reads a log.
   *
   * @throws org.spikeledger.models.BadInputException where it is absent, too large, empty, or has a
   *     line of another kind
   */
  public static AgentLog read(String name, Path file) {
    return new AgentLog(
        name,
        MetricsLines.read(file, AgentRound.class, round -> round.stage() + " " + round.round()));
  }

  /** The rounds of every stage, in order. */
  List<List<AgentRound>> stages() {
    Map<String, List<AgentRound>> stages = new LinkedHashMap<>();
    rounds.forEach(
        round -> stages.computeIfAbsent(round.stage(), _ -> new ArrayList<>()).add(round));
    return new ArrayList<>(stages.values());
  }

  /** The rounds of the spiking stages, in order. */
  List<List<AgentRound>> spikingStages() {
    return stages().stream().filter(stage -> stage.getLast().timesteps() > 0).toList();
  }
}

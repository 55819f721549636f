package org.spikeledger.tools.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;

/**
 * What a comparison of agents left in its folder: a table of results, and the metrics log of every
 * training.
 *
 * @param results the table
 * @param logs of every configuration by name, one a seed
 */
public record ComparisonLog(Results results, Map<String, List<AgentLog>> logs) {
  /** The table's file. */
  public static final String FILE = "comparison.json";

  private static final long MOST_BYTES = 16 << 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * The table.
   *
   * @param name of the comparison
   * @param episodes of each measurement
   * @param configurations that were compared
   * @param trainings that are finished
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Results(
      String name,
      int episodes,
      List<ComparedVariant> configurations,
      List<FinishedTraining> trainings) {}

  /**
   * A finished training.
   *
   * @param name of its configuration
   * @param seed of its own
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record FinishedTraining(String name, long seed) {}

  /**
   * Reads a comparison's folder.
   *
   * @throws BadInputException where a file is absent, too large or of another kind
   */
  public static ComparisonLog read(Path folder) {
    Results results = results(folder.resolve(FILE));
    Map<String, List<AgentLog>> logs = new LinkedHashMap<>();
    for (FinishedTraining each : results.trainings()) {
      String own = each.name() + "-seed" + each.seed();
      logs.computeIfAbsent(each.name(), _ -> new ArrayList<>())
          .add(AgentLog.read(own, folder.resolve(own).resolve("metrics.jsonl")));
    }
    return new ComparisonLog(results, logs);
  }

  private static Results results(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new BadInputException(
            "a comparison has at most %d bytes: bytes=%d file=%s"
                .formatted(MOST_BYTES, Files.size(file), file));
      }
      Results results = MAPPER.readValue(Files.readAllBytes(file), Results.class);
      if (!isWhole(results)) {
        throw new BadInputException("a comparison names what it compared: file=" + file);
      }
      return results;
    } catch (IOException e) {
      throw new BadInputException("a comparison is readable: file=" + file, e);
    }
  }

  /** Whether nothing lacks, and names lead into the comparison's own folder. */
  private static boolean isWhole(Results results) {
    return results != null
        && results.name() != null
        && results.configurations() != null
        && results.trainings() != null
        && results.configurations().stream()
            .allMatch(
                each ->
                    each.environment() != null
                        && each.network() != null
                        && each.best() != null
                        && each.last() != null)
        && results.trainings().stream()
            .allMatch(each -> each.name() != null && each.name().matches("[A-Za-z0-9-]+"));
  }

  /** What was compared in each environment, in order. */
  Map<String, List<ComparedVariant>> byEnvironment() {
    Map<String, List<ComparedVariant>> groups = new LinkedHashMap<>();
    for (ComparedVariant each : results.configurations()) {
      groups.computeIfAbsent(each.environment(), _ -> new ArrayList<>()).add(each);
    }
    return groups;
  }
}

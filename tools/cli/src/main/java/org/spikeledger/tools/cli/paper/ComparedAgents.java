package org.spikeledger.tools.cli.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spikeledger.models.BadInputException;
import org.spikeledger.tools.cli.json.Json;

/**
 * What a comparison of trainings came to, as {@code train} left it.
 *
 * @param episodes of each measurement
 * @param configurations what was compared
 */
record ComparedAgents(int episodes, List<Group> configurations) {

  ComparedAgents {
    configurations = configurations == null ? List.of() : List.copyOf(configurations);
  }

  /**
   * One configuration over its seeds.
   *
   * @param environment that was learned in
   * @param network {@code ANN}, or the SNN's timesteps and what becomes of its membranes
   * @param best of the networks of the best evaluations
   * @param last of the networks of the last steps
   */
  record Group(String environment, String network, Reward best, Reward last) {

    Group {
      if (Stream.of(environment, network, best, last).anyMatch(Objects::isNull)) {
        throw new BadInputException(
            "a compared configuration has all of these: environment=%s network=%s best=%s last=%s"
                .formatted(environment, network, best, last));
      }
    }

    boolean isAnn() {
      return network.equals("ANN");
    }

    boolean isCarried() {
      return network.endsWith("carried");
    }
  }

  /**
   * Over seeds.
   *
   * @param episodes how many seeds
   * @param mean of a seed's mean reward
   * @param deviation between seeds
   */
  record Reward(int episodes, double mean, double deviation) {}

  /** All comparisons in a folder by name; none where there is no folder. */
  static List<ComparedAgents> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> Json.read(file, ComparedAgents.class))
          .toList();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** By environment, those with an ANN alone. */
  Map<String, List<Group>> byEnvironment() {
    Map<String, List<Group>> groups = new TreeMap<>();
    for (Group ann : configurations) {
      if (ann.isAnn()) {
        groups.put(
            ann.environment(),
            configurations.stream()
                .filter(each -> each.environment().equals(ann.environment()))
                .toList());
      }
    }
    return groups;
  }
}

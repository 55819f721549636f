package org.spikeledger.training.rl.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.spikeledger.training.config.Rules;
import org.spikeledger.training.config.StrictJson;

/**
 * Trainings of agents to be compared.
 *
 * @param name letters, digits, hyphens
 * @param configurations files of agents' trainings, relative to the file of the comparison
 * @param seeds with each of which every training is run
 * @param sideBySide trainings that run at a time
 * @param episodes of each measurement at the end
 * @param output folder: a folder in it for every training and seed
 */
public record ComparisonConfiguration(
    String name,
    List<String> configurations,
    List<Long> seeds,
    int sideBySide,
    int episodes,
    String output) {

  /** Copies the lists and refuses values out of range. */
  public ComparisonConfiguration {
    Rules.requireName(name);
    configurations = List.copyOf(configurations);
    seeds = List.copyOf(seeds);
    Rules.require(!configurations.isEmpty(), "there is one", "configurations", configurations);
    Rules.require(!seeds.isEmpty(), "there is one", "seeds", seeds);
    Rules.require(seeds.stream().distinct().count() == seeds.size(), "they differ", "seeds", seeds);
    Rules.require(sideBySide > 0 && sideBySide <= 64, "it lies in 1..64", "sideBySide", sideBySide);
    Rules.require(episodes > 0 && episodes <= 10_000, "it lies in 1..10000", "episodes", episodes);
  }

  /** Whether an object describes a comparison, by what it lists. */
  public static boolean isOne(ObjectNode configuration) {
    return configuration.has("configurations");
  }

  /**
   * The comparison that an object describes.
   *
   * @param place named in messages
   * @throws org.spikeledger.models.BadInputException where a field breaks a rule, which is named
   */
  public static ComparisonConfiguration of(ObjectNode configuration, String place) {
    return StrictJson.bind(configuration, ComparisonConfiguration.class, place);
  }
}

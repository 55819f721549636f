package org.spikeledger.tools.cli.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.agent.StateRule;
import org.spikeledger.tools.cli.json.Json;

/**
 * Trained networks in a folder: NAME.json is the card of one, and names the file beside it.
 *
 * @param folder where the cards are
 */
public record Zoo(Path folder) {

  private static final String CARD = ".json";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Set<String> STATES =
      Stream.of(StateRule.values()).map(StateRule::key).collect(Collectors.toSet());
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** All cards in name order; none where the folder is missing. */
  public List<ZooCard> cards() {
    return names().stream().map(this::card).toList();
  }

  /** The cards of one kind in name order. */
  public <C extends ZooCard> List<C> cards(Class<C> kind) {
    return cards().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * The card of a name.
   *
   * @throws BadInputException if there is none, or it breaks a rule
   */
  public ZooCard card(String name) {
    if (!NAME.matcher(name).matches() || !Files.isRegularFile(cardFile(name))) {
      throw new BadInputException(
          "the zoo has no such network: name=%s known=%s folder=%s"
              .formatted(name, String.join(",", names()), folder));
    }
    boolean isAgent = Json.read(cardFile(name), ObjectNode.class).has("environment");
    Class<? extends ZooCard> kind = isAgent ? AgentCard.class : ImageCard.class;
    ZooCard card = Json.read(cardFile(name), kind);
    check(card, name);
    return card;
  }

  /** The file of a network. */
  public Path networkFile(ZooCard card) {
    return folder.resolve(card.file());
  }

  private Path cardFile(String name) {
    return folder.resolve(name + CARD);
  }

  private List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(CARD))
          .map(name -> name.substring(0, name.length() - CARD.length()))
          .sorted()
          .toList();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private void check(ZooCard card, String name) {
    require(name.equals(card.name()), "name", card.name(), name);
    require(matches(NAME, card.file()), "file", card.file(), name);
    require(card.timesteps() >= 1, "timesteps", card.timesteps(), name);
    require(matches(SHA_256, card.sha256()), "sha256", card.sha256(), name);
    switch (card) {
      case ImageCard image -> check(image, name);
      case AgentCard agent -> check(agent, name);
    }
  }

  private void check(ImageCard card, String name) {
    require(card.dataset() != null, "dataset", card.dataset(), name);
    require(card.accuracy() >= 0 && card.accuracy() <= 1, "accuracy", card.accuracy(), name);
  }

  private void check(AgentCard card, String name) {
    require(card.environment() != null, "environment", card.environment(), name);
    String state = card.stateBetweenEnvironmentSteps();
    require(STATES.contains(state), "stateBetweenEnvironmentSteps", state, name);
    require(card.reward() != null && card.reward().episodes() >= 1, "reward", card.reward(), name);
  }

  private static boolean matches(Pattern pattern, String text) {
    return text != null && pattern.matcher(text).matches();
  }

  private void require(boolean holds, String field, Object value, String name) {
    if (!holds) {
      throw new BadInputException(
          "a card gives its name, a file beside it, timesteps, sha256, and dataset and accuracy,"
              + " or environment, stateBetweenEnvironmentSteps and reward: %s=%s file=%s"
                  .formatted(field, value, cardFile(name)));
    }
  }
}

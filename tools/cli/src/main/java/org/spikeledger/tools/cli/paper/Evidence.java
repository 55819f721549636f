package org.spikeledger.tools.cli.paper;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Our networks, found in the zoo by name: dataset, architecture, timesteps, such as {@code
 * cifar10-vgg16-t1}; a name may say more between the last two.
 *
 * @param networks all of them
 */
record Evidence(List<NetworkEvidence> networks) {

  Evidence {
    networks = List.copyOf(networks);
  }

  /**
   * The network of a dataset and an architecture at T timesteps that came by the paper's chain, the
   * most accurate one first.
   */
  Optional<NetworkEvidence> find(String dataset, String architecture, int timesteps) {
    Pattern name =
        Pattern.compile(
            "%s-(.*-)?%s(-.*)?-t%d"
                .formatted(Pattern.quote(dataset), Pattern.quote(architecture), timesteps));
    return mostAccurate(name);
  }

  /** Those that began with random weights at one timestep. */
  List<NetworkEvidence> trainedDirectly() {
    return networks.stream()
        .filter(each -> each.timesteps() == 1 && each.isTrainedDirectly())
        .filter(each -> !each.rates().isEmpty())
        .toList();
  }

  /** A network of one timestep that can stand in where there is none of the paper's. */
  Optional<NetworkEvidence> standIn() {
    return ofOneTimestep().findFirst();
  }

  /**
   * A network of one timestep and the same at more: of the paper's dataset and architecture where
   * both are there and are accepted, else of others.
   */
  Optional<Pair> pair(int timesteps, Predicate<NetworkEvidence> accepted) {
    return ofOneTimestep()
        .filter(accepted)
        .flatMap(
            one ->
                sibling(one, timesteps).filter(accepted).stream().map(more -> new Pair(one, more)))
        .findFirst();
  }

  /** The same network at one timestep and at more. */
  record Pair(NetworkEvidence one, NetworkEvidence more) {

    String names() {
      return more.name() + ", " + one.name();
    }
  }

  /** Those that classify, the paper's architecture first. */
  private Stream<NetworkEvidence> ofOneTimestep() {
    return Stream.concat(
        find("cifar10", "vgg16", 1).stream(),
        networks.stream()
            .filter(each -> each.timesteps() == 1 && each.samples() > 0)
            .sorted(Comparator.comparing(NetworkEvidence::name)));
  }

  /** The same network at other timesteps; of a name that says more, the one that says less. */
  Optional<NetworkEvidence> sibling(NetworkEvidence network, int timesteps) {
    Optional<NetworkEvidence> found = Optional.empty();
    String stem = network.name();
    while (found.isEmpty() && stem.contains("-")) {
      stem = stem.substring(0, stem.lastIndexOf('-'));
      found = mostAccurate(Pattern.compile(Pattern.quote(stem) + "-t" + timesteps));
    }
    return found;
  }

  private Optional<NetworkEvidence> mostAccurate(Pattern name) {
    return networks.stream()
        .filter(each -> !each.isTrainedDirectly() && name.matcher(each.name()).matches())
        .max(
            Comparator.comparingDouble((NetworkEvidence each) -> each.card().accuracy())
                .thenComparing(Comparator.comparing(NetworkEvidence::name).reversed()));
  }
}

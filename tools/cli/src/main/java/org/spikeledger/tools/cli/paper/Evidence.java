package org.spikeledger.tools.cli.paper;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

  /** The network of a dataset and an architecture at T timesteps, the shortest name first. */
  Optional<NetworkEvidence> find(String dataset, String architecture, int timesteps) {
    Pattern name =
        Pattern.compile(
            "%s-(.*-)?%s(-.*)?-t%d"
                .formatted(Pattern.quote(dataset), Pattern.quote(architecture), timesteps));
    return shortest(name);
  }

  /** A network of one timestep that can stand in where there is none of the paper's. */
  Optional<NetworkEvidence> standIn() {
    return networks.stream()
        .filter(each -> each.timesteps() == 1)
        .min(Comparator.comparing(NetworkEvidence::name));
  }

  /** The same network at other timesteps. */
  Optional<NetworkEvidence> sibling(NetworkEvidence network, int timesteps) {
    String stem = network.name().replaceFirst("-t\\d+$", "");
    return shortest(Pattern.compile(Pattern.quote(stem) + "-t" + timesteps));
  }

  private Optional<NetworkEvidence> shortest(Pattern name) {
    return networks.stream()
        .filter(each -> name.matcher(each.name()).matches())
        .min(
            Comparator.comparingInt((NetworkEvidence each) -> each.name().length())
                .thenComparing(NetworkEvidence::name));
  }
}

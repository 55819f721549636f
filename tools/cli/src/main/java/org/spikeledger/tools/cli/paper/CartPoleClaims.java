package org.spikeledger.tools.cli.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spikeledger.tools.cli.paper.ComparedAgents.Group;
import org.spikeledger.tools.cli.paper.Finding.How;
import org.spikeledger.tools.cli.paper.Finding.Verdict;

/** The SNN's reward against the ANN's, by observation. */
record CartPoleClaims(List<ComparedAgents> comparisons) {

  private static final String CLAIM =
      "CartPole: reward of the SNN, by its membrane potential, against the ANN";
  private static final String CLAIMED = "1.3X";
  private static final double RATIO = 1.3;
  private static final double NEAR = 0.1;

  List<Finding> all() {
    List<Finding> findings =
        comparisons.stream()
            .flatMap(
                comparison ->
                    comparison.byEnvironment().entrySet().stream()
                        .filter(each -> each.getKey().startsWith("cartpole"))
                        .map(each -> finding(each.getKey(), each.getValue(), comparison)))
            .toList();
    return findings.isEmpty()
        ? List.of(
            Finding.unchecked(
                CLAIM,
                CLAIMED,
                Finding.POSTER,
                "network, episodes and rewards are not in the sources; no comparison of ours is at"
                    + " hand"))
        : findings;
  }

  private static Finding finding(
      String environment, List<Group> groups, ComparedAgents comparison) {
    Group ann = groups.stream().filter(Group::isAnn).findFirst().orElseThrow();
    boolean reached =
        groups.stream()
            .filter(Group::isCarried)
            .anyMatch(each -> ratio(each, ann) >= RATIO * (1 - NEAR));
    return new Finding(
        CLAIM + ", " + environment,
        CLAIMED,
        Finding.POSTER,
        groups.stream().map(each -> text(each, ann)).collect(Collectors.joining("; ")),
        How.MEASURED,
        "%s, %d seeds".formatted(environment, ann.best().episodes()),
        "mean reward of the SNN / of the ANN, after the same environment steps",
        "%d episodes a seed of the network of the best evaluation; +- between seeds"
            .formatted(comparison.episodes()),
        reached ? Verdict.AGREES : Verdict.DIFFERS,
        (reached
                ? "with carried membranes the SNN comes within 10 % of the claim"
                : "with carried membranes the SNN stays more than 10 % below the claim")
            + "; the sources name neither network nor observation nor rewards");
  }

  private static String text(Group group, Group ann) {
    String reward =
        String.format(
            Locale.ROOT,
            "%s %.1f +- %.1f",
            group.network(),
            group.best().mean(),
            group.best().deviation());
    return group.isAnn()
        ? reward
        : String.format(Locale.ROOT, "%s = %.2fX", reward, ratio(group, ann));
  }

  private static double ratio(Group group, Group ann) {
    return group.best().mean() / ann.best().mean();
  }
}

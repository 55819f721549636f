package org.spikeledger.tools.cli.paper;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spikeledger.tools.cli.paper.ComparedAgents.Group;
import org.spikeledger.tools.cli.paper.ComparedAgents.Reward;
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
            .anyMatch(each -> ratio(each, ann, Group::best) >= RATIO * (1 - NEAR));
    return new Finding(
        CLAIM + ", " + environment,
        CLAIMED,
        Finding.POSTER,
        text(groups, ann, Group::best),
        How.MEASURED,
        "%s, %d seeds".formatted(environment, ann.best().episodes()),
        "mean reward of the SNN / of the ANN, after the same environment steps",
        "%d episodes a seed of the network of the best evaluation; +- between seeds; of that of the last step: %s"
            .formatted(comparison.episodes(), text(groups, ann, Group::last)),
        reached ? Verdict.AGREES : Verdict.DIFFERS,
        (reached
                ? "with carried membranes the SNN comes within 10 % of the claim"
                : "with carried membranes the SNN stays more than 10 % below the claim")
            + "; the sources name neither network nor observation nor rewards");
  }

  private static String text(List<Group> groups, Group ann, Function<Group, Reward> reward) {
    return groups.stream().map(each -> text(each, ann, reward)).collect(Collectors.joining("; "));
  }

  private static String text(Group group, Group ann, Function<Group, Reward> reward) {
    String said =
        String.format(
            Locale.ROOT,
            "%s %.1f +- %.1f",
            group.network(),
            reward.apply(group).mean(),
            reward.apply(group).deviation());
    return group.isAnn()
        ? said
        : String.format(Locale.ROOT, "%s = %.2fX", said, ratio(group, ann, reward));
  }

  private static double ratio(Group group, Group ann, Function<Group, Reward> reward) {
    return reward.apply(group).mean() / reward.apply(ann).mean();
  }
}

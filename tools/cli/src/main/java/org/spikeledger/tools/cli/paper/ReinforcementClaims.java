package org.spikeledger.tools.cli.paper;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.spikeledger.tools.cli.network.AgentCard;
import org.spikeledger.tools.cli.network.ProjectHome;
import org.spikeledger.tools.cli.paper.Finding.How;
import org.spikeledger.tools.cli.paper.Finding.Verdict;

/**
 * CartPole, Pong, and what the paper's measures give on our agents.
 *
 * @param agents of the zoo, by T and name
 * @param comparisons of trainings
 */
record ReinforcementClaims(List<AgentEvidence> agents, List<ComparedAgents> comparisons) {

  /** By the zoo and the comparisons of a home. */
  static ReinforcementClaims of(ProjectHome home) {
    return new ReinforcementClaims(
        home.zoo().cards(AgentCard.class).stream()
            .map(AgentEvidence::new)
            .sorted(
                Comparator.comparingInt(AgentEvidence::timesteps)
                    .thenComparing(AgentEvidence::name))
            .toList(),
        ComparedAgents.in(home.comparisons()));
  }

  List<Finding> all() {
    List<AgentEvidence> pong =
        agents.stream().filter(agent -> agent.card().environment().equals("pong")).toList();
    return Stream.of(
            new CartPoleClaims(comparisons).all().stream(),
            new PongClaims(pong).all().stream(),
            agents.stream().map(ReinforcementClaims::own))
        .flatMap(each -> each)
        .toList();
  }

  private static Finding own(AgentEvidence agent) {
    return new Finding(
        "ours: %s, T = %d, %s"
            .formatted(
                agent.name(), agent.timesteps(), agent.card().stateBetweenEnvironmentSteps()),
        "-",
        "-",
        String.format(
            Locale.ROOT,
            "reward %.1f +- %.1f, %.4f spikes a neuron a timestep, alpha %s",
            agent.card().reward().mean(),
            agent.card().reward().deviation(),
            agent.ratePerTimestep(),
            agent.alpha()),
        How.MEASURED,
        agent.name(),
        "reward of an episode in %s, +- of single episodes; alpha = E_ANN / E_SNN"
            .formatted(agent.card().environment()),
        AgentEvidence.ACCOUNTING,
        Verdict.CANNOT_BE_CHECKED,
        "the paper has no such agent; it shows what its measures give on ours");
  }
}

package org.spikeledger.tools.cli.paper;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.OperationPrices;
import org.spikeledger.tools.cli.paper.Finding.How;
import org.spikeledger.tools.cli.paper.Finding.Verdict;

/** Atari's Pong, of which ours is another game: our figures stand beside, they check nothing. */
record PongClaims(List<AgentEvidence> agents) {

  private static final double RATE = 0.08;
  private static final int MOST_TIMESTEPS = 5;
  private static final String OTHER_GAME =
      "cannot be checked here: the figures are of Atari's game, ours is another";

  List<Finding> all() {
    return List.of(
        ours(
            "Pong: reward grows with T = 1..5",
            "no figures",
            "mean reward of an episode, 21 at most, +- deviation between episodes",
            PongClaims::reward),
        ours(
            "Pong: average spike rate",
            "0.08",
            "spikes a neuron a timestep, over all hidden neurons and environment steps",
            agent -> String.format(Locale.ROOT, "%.4f", agent.ratePerTimestep())),
        computed(),
        ours(
            "Pong: energy of the ANN-DQN over the SNN's, measured",
            "5-7X",
            "E_MAC * sum MAC_l / (E_MAC * MAC_1 + E_AC * sum r_(l-1) * MAC_l)",
            AgentEvidence::alpha));
  }

  private Finding ours(
      String claim, String claimed, String formula, Function<AgentEvidence, String> figure) {
    if (agents.isEmpty()) {
      return Finding.unchecked(
          claim, claimed, Finding.POSTER, OTHER_GAME + "; the zoo holds no agent for it");
    }
    return new Finding(
        claim,
        claimed,
        Finding.POSTER,
        agents.stream()
            .map(agent -> "%s: %s".formatted(agent.name(), figure.apply(agent)))
            .collect(Collectors.joining(", ")),
        How.MEASURED,
        agents.stream().map(AgentEvidence::name).collect(Collectors.joining(", ")),
        formula,
        AgentEvidence.ACCOUNTING,
        Verdict.CANNOT_BE_CHECKED,
        OTHER_GAME);
  }

  private static String reward(AgentEvidence agent) {
    var reward = agent.card().reward();
    return String.format(Locale.ROOT, "%.1f +- %.1f", reward.mean(), reward.deviation());
  }

  private static Finding computed() {
    Architecture architecture = Architectures.pong();
    OperationPrices prices = CostModels.paper().operations();
    double[] alphas =
        IntStream.rangeClosed(1, MOST_TIMESTEPS)
            .mapToDouble(t -> architecture.alphaAt(RATE * t, prices))
            .toArray();
    return new Finding(
        "Pong: energy of the ANN-DQN over the SNN's, T = 1..5, spike rate 0.08",
        "5-7X",
        Finding.POSTER,
        TrafficClaims.list(alphas),
        How.COMPUTED,
        architecture.name(),
        "sum MAC * E_MAC / (E_MAC * MAC_1 + r * T * E_AC * (sum MAC - MAC_1)), MAC %,d"
            .formatted(architecture.multiplyAccumulates()),
        "at the stated 0.08 spikes a neuron a timestep, operations only, 45 nm float32, first layer"
            + " once, "
            + EnergyReport.NOT_INCLUDED,
        Verdict.AGREES,
        "T = 2..5 lie in the range and T = 1 slightly above; charged at every timestep the first"
            + " layer would break it");
  }
}

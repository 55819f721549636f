package org.spikeledger.tools.cli.paper;

import java.util.List;
import java.util.stream.IntStream;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.OperationPrices;
import org.spikeledger.tools.cli.paper.Finding.How;
import org.spikeledger.tools.cli.paper.Finding.Verdict;

/** CartPole and Pong. */
final class ReinforcementClaims {

  private static final double RATE = 0.08;
  private static final int MOST_TIMESTEPS = 5;

  private ReinforcementClaims() {}

  static List<Finding> all() {
    return List.of(
        Finding.unchecked(
            "CartPole: reward of the SNN, by its membrane potential, against the ANN",
            "1.3X",
            Finding.POSTER,
            "network, episodes and rewards are not in the sources"),
        Finding.unchecked(
            "Pong: reward grows with T = 1..5",
            "no figures",
            Finding.POSTER,
            "rewards per T are not in the sources"),
        pong());
  }

  private static Finding pong() {
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

package org.spikeledger.tools.cli.paper;

import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.EnergyModel;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.tools.cli.network.AgentCard;

/**
 * What is known of one of our agents.
 *
 * @param card of the zoo: reward and rates, measured by our engine over whole episodes
 */
record AgentEvidence(AgentCard card) {

  static final String ACCOUNTING =
      "the card's episodes; operations only, 45 nm float32, first layer once an environment step, "
          + EnergyReport.NOT_INCLUDED;

  private static final String RATE = "spikesPerNeuronPerStep";

  /** Environment steps that the card's rates are turned into spikes of. */
  private static final long STEPS = 1_000_000;

  String name() {
    return card.name();
  }

  int timesteps() {
    return card.timesteps();
  }

  /** Spikes a neuron a timestep, over all hidden neurons. */
  double ratePerTimestep() {
    var said = card.rest().get(RATE);
    return said == null ? Double.NaN : said.asDouble() / timesteps();
  }

  /** Energy of the ANN of the same shape over the SNN's, in words. */
  String alpha() {
    return EnergyModel.of(CostModels.paper())
        .report(new CardActivity(card, RATE).of(STEPS))
        .compute(PooledInput.MEAN_RATE)
        .alpha()
        .text();
  }
}

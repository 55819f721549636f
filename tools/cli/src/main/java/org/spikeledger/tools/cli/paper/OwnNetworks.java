package org.spikeledger.tools.cli.paper;

import java.util.List;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.tools.cli.paper.Finding.How;
import org.spikeledger.tools.cli.paper.Finding.Verdict;

/**
 * Our own networks that came by the chain, by the paper's measures, whatever they were trained on.
 */
record OwnNetworks(Evidence evidence) {

  List<Finding> all() {
    return evidence.networks().stream()
        .filter(each -> each.samples() > 0 && !each.isTrainedDirectly())
        .map(OwnNetworks::finding)
        .toList();
  }

  private static Finding finding(NetworkEvidence network) {
    return new Finding(
        "ours: %s, T = %d".formatted(network.name(), network.timesteps()),
        "-",
        "-",
        "%s, %.4f spikes a neuron, alpha %s"
            .formatted(
                AccuracyClaims.percent(100 * network.card().accuracy()),
                network.rate(),
                network.alphas().text()),
        How.MEASURED,
        network.name(),
        "accuracy and spikes a neuron an inference; alpha = E_ANN / E_SNN",
        "the card's test images%s; operations only, 45 nm float32, first layer once, %s"
            .formatted(
                network
                    .measured()
                    .map(run -> ", alpha over %d".formatted(run.inferences()))
                    .orElse(""),
                EnergyReport.NOT_INCLUDED),
        Verdict.CANNOT_BE_CHECKED,
        "the paper has no such network; it shows what its measures give on ours");
  }
}

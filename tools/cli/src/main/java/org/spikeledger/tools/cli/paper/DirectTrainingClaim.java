package org.spikeledger.tools.cli.paper;

import java.util.Collections;
import java.util.List;
import org.spikeledger.tools.cli.paper.Finding.How;
import org.spikeledger.tools.cli.paper.Finding.Verdict;

/** What comes of a network that begins at T = 1 with random weights. */
record DirectTrainingClaim(Evidence evidence) {

  private static final String CLAIM = "trained at T = 1 from random weights";
  private static final String CLAIMED = "spikes vanish in deep layers, no convergence";

  /** A layer of which fewer neurons fire in an inference has lost its spikes. */
  private static final double VANISHED = 0.001;

  /** A row a network, or one that says that there is none. */
  List<Finding> all() {
    List<NetworkEvidence> networks = evidence.trainedDirectly();
    return networks.isEmpty()
        ? List.of(
            Finding.unchecked(
                CLAIM, CLAIMED, Finding.POSTER, "the zoo holds no network that was trained so"))
        : networks.stream().map(DirectTrainingClaim::finding).toList();
  }

  private static Finding finding(NetworkEvidence network) {
    List<Double> rates = network.rates();
    boolean vanished = Collections.min(rates) < VANISHED;
    String normalised = network.isBatchNormalised() ? "with" : "without";
    return new Finding(
        "%s, %s batch normalisation".formatted(CLAIM, normalised),
        CLAIMED,
        Finding.POSTER,
        "%s, spikes a neuron from %.4f to %.4f by layer, %.4f in the last"
            .formatted(
                AccuracyClaims.percent(100 * network.card().accuracy()),
                Collections.max(rates),
                Collections.min(rates),
                rates.getLast()),
        How.MEASURED,
        network.name(),
        "accuracy and spikes a neuron an inference of each hidden layer",
        "the card's test images; vanished: below %s".formatted(VANISHED),
        vanished ? Verdict.AGREES : Verdict.DIFFERS,
        network.isBatchNormalised()
            ? "batch normalisation keeps currents near the thresholds; the published code has it as a"
                + " variant alone"
            : "without batch normalisation, as the published code trains by default");
  }
}

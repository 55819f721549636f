package org.spikeledger.tools.cli.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.Reuse;
import org.spikeledger.tools.cli.paper.Finding.How;
import org.spikeledger.tools.cli.paper.Finding.Verdict;

/**
 * The same claims of energy with what they leave out: the memory, and an ANN in fewer bits. The
 * paper names neither.
 */
record WiderEnergyClaims(Evidence evidence) {

  private static final double NEAR = 0.1;
  private static final String PRICES = "45 nm, first layer once, " + EnergyReport.NOT_INCLUDED;

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    evidence
        .find("cifar10", "vgg16", 1)
        .ifPresent(network -> findings.addAll(of("VGG16, CIFAR-10", 33.0, network)));
    evidence
        .find("cifar10", "resnet20", 1)
        .ifPresent(network -> findings.addAll(of("ResNet20, CIFAR-10", 16.32, network)));
    return findings;
  }

  private static List<Finding> of(String text, double claimed, NetworkEvidence network) {
    return List.of(
        row(
            "alpha with memory, nothing reused, T = 1, " + text,
            claimed,
            network,
            network.alphasWithMemory(Reuse.NONE),
            "with memory: every operation fetches its weight and its input, every potential is"
                + " accessed in every timestep; float32 on both sides, "),
        row(
            "alpha with memory, all reused, T = 1, " + text,
            claimed,
            network,
            network.alphasWithMemory(Reuse.IDEAL),
            "with memory: every weight and input is fetched at most once a pass, every potential"
                + " accessed in every timestep; float32 on both sides, "),
        row(
            "alpha against an int8 ANN, T = 1, " + text,
            claimed,
            network,
            network.alphasAgainstInt8(),
            "operations only; the SNN in float32, the ANN in int8 with 32-bit accumulation, "));
  }

  private static Finding row(
      String claim,
      double claimed,
      NetworkEvidence network,
      Optional<Alphas> alphas,
      String accounting) {
    if (alphas.isEmpty()) {
      return Finding.unchecked(
          claim,
          EnergyClaims.figure(claimed),
          Finding.POSTER,
          "the card of %s does not have it; --measure counts it".formatted(network.name()));
    }
    Alphas ours = alphas.orElseThrow();
    boolean reached = ours.largest() >= (1 - NEAR) * claimed;
    return new Finding(
        claim,
        EnergyClaims.figure(claimed),
        Finding.POSTER,
        ours.text(),
        How.MEASURED,
        network.name(),
        "alpha = E_ANN / E_SNN",
        accounting + PRICES,
        reached ? Verdict.AGREES : Verdict.DIFFERS,
        "the claim is of operations only, against an ANN in float32; it agrees where a rule for"
            + " pooled input comes within 10 % of it all the same");
  }
}

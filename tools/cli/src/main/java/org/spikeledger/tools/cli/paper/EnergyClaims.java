package org.spikeledger.tools.cli.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.OperationPrices;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.tools.cli.paper.Finding.How;
import org.spikeledger.tools.cli.paper.Finding.Verdict;

/** alpha = E_ANN / E_SNN at one timestep, operations only. */
record EnergyClaims(Evidence evidence) {

  private static final String ACCOUNTING =
      "operations only, 45 nm float32 (MAC 4.6, AC 0.9 pJ), first layer once, "
          + EnergyReport.NOT_INCLUDED;
  private static final double NEAR = 0.1;

  /** What is claimed of a network. */
  private record Network(
      String text, String dataset, String key, double alpha, Architecture architecture) {}

  private static List<Network> networks() {
    return List.of(
        new Network("VGG16, CIFAR-10", "cifar10", "vgg16", 33.0, Architectures.vgg16(10)),
        new Network("VGG16, CIFAR-100", "cifar100", "vgg16", 29.24, Architectures.vgg16(100)),
        new Network(
            "VGG16, ImageNet", "imagenet", "vgg16", 24.61, Architectures.vgg16ForImageNet()),
        new Network("ResNet20, CIFAR-10", "cifar10", "resnet20", 16.32, Architectures.resNet20(10)),
        new Network(
            "ResNet20, CIFAR-100", "cifar100", "resnet20", 15.35, Architectures.resNet20(100)));
  }

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    for (Network each : networks()) {
      Optional<NetworkEvidence> found = evidence.find(each.dataset(), each.key(), 1);
      findings.add(found.map(network -> measured(each, network)).orElseGet(() -> computed(each)));
    }
    evidence.find("cifar10", "vgg16", 1).map(EnergyClaims::projected).ifPresent(findings::add);
    return findings;
  }

  private static Finding measured(Network claim, NetworkEvidence network) {
    ComputeEnergy energy = network.energy().compute(PooledInput.MEAN_RATE);
    double ours = energy.alpha().value().orElse(Double.NaN);
    boolean near = Math.abs(ours - claim.alpha()) <= NEAR * claim.alpha();
    return new Finding(
        "alpha at T = 1, " + claim.text(),
        figure(claim.alpha()),
        Finding.POSTER,
        network.alphas().text(),
        How.MEASURED,
        network.name(),
        "E_MAC * sum MAC_l / (E_MAC * MAC_1 + E_AC * sum r_(l-1) * MAC_l)",
        "first layer's share %s, ceiling %s (meanRate); %s"
            .formatted(energy.firstLayerShare().text(), energy.ceiling().text(), ACCOUNTING),
        near ? Verdict.AGREES : Verdict.DIFFERS,
        "compared by meanRate, the paper's own estimate, within 10 %%; ours has %,d MAC, the paper's %,d; %swhat a pooled event costs decides the figure"
            .formatted(
                network.multiplyAccumulates(),
                claim.architecture().multiplyAccumulates(),
                rates(claim, network)));
  }

  private static String rates(Network claim, NetworkEvidence network) {
    if (network.weightedRate().isEmpty()) {
      return "";
    }
    return "the claim needs %.4f spikes a neuron an inference, weighted by MAC, ours has %.4f; "
        .formatted(
            claim.architecture().rateOf(claim.alpha(), CostModels.paper().operations()),
            network.weightedRate().getAsDouble());
  }

  /** The paper's own width at the rates of ours. */
  private static Finding projected(NetworkEvidence network) {
    Network claim = networks().getFirst();
    Architecture architecture = claim.architecture();
    List<Double> rates = network.rates();
    double alpha = architecture.alphaAt(rates, CostModels.paper().operations());
    return new Finding(
        "projected to full width: alpha at T = 1, " + claim.text(),
        figure(claim.alpha()),
        Finding.POSTER,
        figure(alpha) + " meanRate",
        How.COMPUTED,
        "%s, at the rates of %s".formatted(architecture.name(), network.name()),
        "E_MAC * sum MAC_l / (E_MAC * MAC_1 + E_AC * sum r_(l-1) * MAC_l)",
        "each layer keeps the rate measured on ours, layers that ours lacks the last one%s; first layer's share %.2f, ceiling %.2f; %s"
            .formatted(
                network
                    .projectedAlphas()
                    .map(alphas -> " (ours widened without them: %s)".formatted(alphas.text()))
                    .orElse(""),
                alpha / architecture.ceiling(),
                architecture.ceiling(),
                ACCOUNTING),
        Verdict.CANNOT_BE_CHECKED,
        "a projection: whether a network of full width would keep these rates was not measured");
  }

  private Finding computed(Network claim) {
    Architecture architecture = claim.architecture();
    OperationPrices prices = CostModels.paper().operations();
    String implied =
        "the claim needs %.4f spikes a neuron an inference, which the sources do not give"
            .formatted(architecture.rateOf(claim.alpha(), prices));
    Optional<NetworkEvidence> standIn = evidence.standIn();
    if (standIn.isEmpty()) {
      return Finding.unchecked(
          "alpha at T = 1, " + claim.text(), figure(claim.alpha()), Finding.POSTER, implied);
    }
    double rate = standIn.get().rate();
    double alpha = architecture.alphaAt(rate, prices);
    return new Finding(
        "alpha at T = 1, " + claim.text(),
        figure(claim.alpha()),
        Finding.POSTER,
        figure(alpha) + " meanRate",
        How.COMPUTED,
        architecture.name(),
        "sum MAC * E_MAC / (E_MAC * MAC_1 + r * E_AC * (sum MAC - MAC_1)), MAC %,d, MAC_1 %,d"
            .formatted(architecture.multiplyAccumulates(), architecture.firstMultiplyAccumulates()),
        "at the rate %.4f measured on %s, another network; first layer's share %.2f, ceiling %.2f; %s"
            .formatted(
                rate,
                standIn.get().name(),
                alpha / architecture.ceiling(),
                architecture.ceiling(),
                ACCOUNTING),
        Verdict.CANNOT_BE_CHECKED,
        "no such network of ours; " + implied + " (a fit is no reproduction)");
  }

  static String figure(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}

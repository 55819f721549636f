package org.spikeledger.tools.cli.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spikeledger.tools.cli.paper.Finding.How;
import org.spikeledger.tools.cli.paper.Finding.Verdict;

/** Top-1 accuracy at T = 1..5, dataset by dataset. */
record AccuracyClaims(Evidence evidence) {

  private static final List<Dataset> DATASETS =
      List.of(
          new Dataset("CIFAR-10", "cifar10", List.of(93.05, 93.72, 93.85, 93.87, 93.90)),
          new Dataset("CIFAR-100", "cifar100", List.of(70.15, 71.43, 71.46, 71.51, 71.58)),
          new Dataset("ImageNet", "imagenet", List.of(69.00, 69.00, 69.01, 69.03, 69.05)));

  /** What is claimed of a dataset, in per cent, T = 1 first. */
  private record Dataset(String text, String key, List<Double> percents) {}

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    for (Dataset dataset : DATASETS) {
      for (int timesteps = 1; timesteps <= dataset.percents().size(); timesteps++) {
        findings.add(finding(dataset, timesteps));
      }
    }
    return findings;
  }

  private Finding finding(Dataset dataset, int timesteps) {
    String claim = "top-1, %s, VGG16, T = %d".formatted(dataset.text(), timesteps);
    double percent = dataset.percents().get(timesteps - 1);
    String claimed = percent(percent);
    Optional<NetworkEvidence> found = evidence.find(dataset.key(), "vgg16", timesteps);
    return found
        .map(network -> finding(claim, percent, network))
        .orElseGet(
            () ->
                Finding.unchecked(
                    claim,
                    claimed,
                    Finding.POSTER,
                    "the zoo holds no network of this dataset, architecture and T"));
  }

  private static Finding finding(String claim, double percent, NetworkEvidence network) {
    double ours = 100 * network.card().accuracy();
    double share = network.card().accuracy();
    double error = 100 * Math.sqrt(share * (1 - share) / Math.max(1, network.samples()));
    boolean reaches = ours >= percent - 2 * error;
    return new Finding(
        claim,
        percent(percent),
        Finding.POSTER,
        percent(ours) + " +- " + String.format(Locale.ROOT, "%.2f", error),
        How.MEASURED,
        network.name(),
        "share of test images whose largest output potential is the label's",
        "%d test images".formatted(network.samples()),
        reaches ? Verdict.AGREES : Verdict.DIFFERS,
        reaches
            ? "reached within two standard errors"
            : "ours is lower by %.2f percentage points; our training is shorter and may be narrower (see the card)"
                .formatted(percent - ours));
  }

  static String percent(double percent) {
    return String.format(Locale.ROOT, "%.2f %%", percent);
  }
}

package org.spikeledger.tools.cli.paper;

import java.util.List;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
import org.spikeledger.tools.cli.network.ImageCard;
import org.spikeledger.tools.cli.network.ProjectHome;
import org.spikeledger.tools.cli.run.PreparedRun;
import org.spikeledger.tools.cli.run.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code paper}. */
@Command(
    name = "paper",
    description =
        "Every claim of the paper: claimed, ours, how it was found, whether both agree, and why."
            + " Ours are the measured figures on the zoo's cards; --measure counts anew.",
    footer = {
      "",
      "Example: spikeledger paper",
      "Example: spikeledger paper --measure --limit 1000",
      "Example: spikeledger paper --measure --limit 500 --data cifar10=cifar10:DIR"
    })
public final class PaperCommand extends AnsweringCommand implements Subcommand {

  @Option(
      names = "--measure",
      description =
          "Run the zoo's networks whose dataset is at hand and count; --limit bounds the images.")
  private boolean measure;

  @Option(
      names = "--data",
      paramLabel = "NAME=DATASET",
      split = ",",
      description =
          "Where a card's dataset lies, such as cifar10=cifar10:DIR; fashion-mnist is bundled.")
  private List<String> datasets = List.of();

  @Mixin private RunOptions options;

  /** For picocli. */
  public PaperCommand() {}

  @Override
  protected Answer answer() {
    if (!measure) {
      requireNothingToMeasure();
    }
    ProjectHome home = ProjectHome.current();
    List<ImageCard> cards = home.zoo().cards(ImageCard.class);
    Evidence evidence = new Evidence(cards.stream().map(this::evidence).toList());
    PaperReport report = PaperReport.of(evidence, ReinforcementClaims.of(home));
    return Answer.done(report.json(), report.text());
  }

  private void requireNothingToMeasure() {
    if (!datasets.isEmpty()) {
      throw new BadInputException("--data needs --measure: data=" + String.join(",", datasets));
    }
    options.requireNoneOfARun();
  }

  private NetworkEvidence evidence(ImageCard card) {
    Optional<String> dataset = measure ? dataset(card) : Optional.empty();
    if (measure && dataset.isEmpty()) {
      warn("not measured, its dataset is not named: network=" + card.name());
    }
    return new NetworkEvidence(card, dataset.map(name -> count(card, name)));
  }

  private CountedActivity count(ImageCard card, String dataset) {
    PreparedRun prepared = options.prepare("zoo:" + card.name(), dataset, this::warn);
    requireAsOnTheCard(prepared, card);
    return prepared.activity(prepared.run(List.of()));
  }

  /** What a row says of a network would be untrue of another run of it. */
  private static void requireAsOnTheCard(PreparedRun prepared, ImageCard card) {
    boolean asOnTheCard =
        prepared.settings().timesteps() == card.timesteps()
            && prepared.float32().isEmpty()
            && prepared.inputs().kind() == ValueKind.ANALOG;
    if (!asOnTheCard) {
      throw new BadInputException(
          "the paper's claims are held against networks as their cards have them, in float32 and"
              + " directly encoded: timesteps=%d expected=%d encoding=%s network=%s"
                  .formatted(
                      prepared.settings().timesteps(),
                      card.timesteps(),
                      prepared.inputs().encoder(),
                      card.name()));
    }
  }

  /** A card's dataset without the folder that it leaves open. */
  private static String datasetName(ImageCard card) {
    int colon = card.dataset().indexOf(':');
    return colon < 0 ? card.dataset() : card.dataset().substring(0, colon);
  }

  private Optional<String> dataset(ImageCard card) {
    for (String each : datasets) {
      int equals = each.indexOf('=');
      if (equals < 1) {
        throw new BadInputException("a dataset is given as NAME=DATASET: data=" + each);
      }
      if (each.substring(0, equals).equals(datasetName(card))) {
        return Optional.of(each.substring(equals + 1));
      }
    }
    return card.dataset().equals("fashion-mnist") ? Optional.of("fashion-mnist") : Optional.empty();
  }
}

package org.spikeledger.tools.cli.energy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.DatasetSpecification;
import org.spikeledger.simulator.energy.CostModel;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.FirstLayer;
import org.spikeledger.simulator.energy.OperationCosts;
import org.spikeledger.simulator.energy.Pricing;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
import org.spikeledger.tools.cli.run.PreparedRun;
import org.spikeledger.tools.cli.run.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code energy}. */
@Command(
    name = "energy",
    description =
        "The energy of an inference, with and without memory, beside the ANN of the same shape;"
            + " from a run, or from a trace without running anything.",
    footer = {
      "",
      "Example: spikeledger energy zoo:fashion-mnist-t1 --data fashion-mnist --limit 1000",
      "Example: spikeledger energy --trace run.trace --model horowitz-45nm-int8"
    })
public final class EnergyCommand extends AnsweringCommand implements Subcommand {

  @Parameters(
      paramLabel = "NETWORK",
      arity = "0..1",
      description =
          "A .nir file or zoo:NAME, with --data; or the network of --trace, whose connections are"
              + " then charged one by one.")
  private String network;

  @Option(names = "--data", paramLabel = "DATASET", description = DatasetSpecification.KNOWN + ".")
  private String dataset;

  @Option(names = "--trace", paramLabel = "FILE", description = "A recorded run.")
  private Path trace;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "A cost model, shipped or a file NAME.json of your own; may be repeated. Default: the"
              + " paper's for a float32 run, horowitz-45nm-int8 for an int8 run."
              + " Shipped: ${COMPLETION-CANDIDATES}.",
      completionCandidates = ModelNames.class)
  private List<String> models = List.of();

  @Option(
      names = "--first-layer",
      paramLabel = "RULE",
      description =
          "How often a model that prices operations charges a directly encoded layer: once or"
              + " everyTimestep. Default: once.")
  private String firstLayer;

  @Mixin private RunOptions options;

  /** For picocli. */
  public EnergyCommand() {}

  @Override
  protected Answer answer() {
    List<CostModel> named = models.stream().map(CostModels::named).toList();
    FirstLayer charged = charged(named);
    Activity activity = activity();
    List<CostModel> chosen =
        named.isEmpty()
            ? List.of(CostModels.shipped(CostModels.fitting(activity.precision())))
            : named;
    CountedActivity counted = activity.counted();
    List<Pricing> pricings = chosen.stream().map(costs -> price(costs, charged, counted)).toList();
    return Answer.done(
        EnergyJson.of(activity, pricings),
        EnergyText.of(activity.precision(), activity.inferences(), pricings));
  }

  private FirstLayer charged(List<CostModel> named) {
    if (firstLayer == null) {
      return FirstLayer.ONCE;
    }
    if (!named.isEmpty() && named.stream().noneMatch(OperationCosts.class::isInstance)) {
      throw new BadInputException(
          "a rule for the first layer needs a model that prices operations: --first-layer=%s"
                  .formatted(firstLayer)
              + " --model="
              + String.join(",", models));
    }
    return FirstLayer.named(firstLayer);
  }

  private static Pricing price(CostModel costs, FirstLayer charged, CountedActivity counted) {
    return costs instanceof OperationCosts operations
        ? EnergyStudy.of(operations, charged, counted, Optional.empty())
        : Pricing.of(costs, counted, Optional.empty());
  }

  private Activity activity() {
    boolean isRun = network != null && dataset != null && trace == null;
    if (!isRun && (trace == null || dataset != null)) {
      throw new BadInputException(
          "energy needs either NETWORK and --data, or --trace: network=%s data=%s trace=%s"
              .formatted(network, dataset, trace));
    }
    return isRun ? ran() : recorded();
  }

  private Activity ran() {
    PreparedRun prepared = options.prepare(network, dataset, this::warn);
    return Activity.of(prepared.run(List.of()))
        .with(prepared.network().graph(), prepared.inputs().kind());
  }

  private Activity recorded() {
    options.requireNoneOfARun();
    Activity activity = Activity.of(trace);
    if (activity.truncated()) {
      warn(
          "the trace was cut, only its whole inferences count: inferences=%d trace=%s"
              .formatted(activity.inferences(), trace));
    }
    return network == null
        ? activity
        : activity.with(options.network(network, this::warn).graph(), Activity.inputKind(trace));
  }
}

package org.spikeledger.tools.cli.energy;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.energy.CostModel;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.EnergyModel;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
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
      description = "A .nir file or zoo:NAME; with --data.")
  private String network;

  @Option(
      names = "--data",
      paramLabel = "DATASET",
      description = "fashion-mnist, idx:DIR or cifar10:DIR.")
  private String dataset;

  @Option(names = "--trace", paramLabel = "FILE", description = "A recorded run.")
  private Path trace;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "A cost model, shipped or a JSON file; may be repeated. Default: the paper's."
              + " Shipped: ${COMPLETION-CANDIDATES}.",
      completionCandidates = ModelNames.class)
  private List<String> models = List.of(CostModels.PAPER);

  @Mixin private RunOptions options;

  /** For picocli. */
  public EnergyCommand() {}

  @Override
  protected Answer answer() {
    List<CostModel> chosen = models.stream().map(EnergyCommand::model).toList();
    Activity activity = activity();
    List<EnergyReport> reports =
        chosen.stream()
            .map(
                model ->
                    EnergyModel.of(model)
                        .report(activity.layers(), activity.counts(), activity.inferences()))
            .toList();
    return Answer.done(
        EnergyJson.of(activity, reports), EnergyText.of(activity.inferences(), reports));
  }

  private Activity activity() {
    boolean isRun = network != null && dataset != null;
    if (isRun == (trace != null) || (network == null) != (dataset == null)) {
      throw new BadInputException(
          "energy needs either NETWORK and --data, or --trace: network=%s data=%s trace=%s"
              .formatted(network, dataset, trace));
    }
    return isRun
        ? Activity.of(options.prepare(network, dataset, this::warn).run(List.of()))
        : Activity.of(trace);
  }

  private static CostModel model(String name) {
    return name.endsWith(".json") ? CostModels.read(Path.of(name)) : CostModels.shipped(name);
  }
}

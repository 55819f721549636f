package org.spikeledger.tools.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.FirstLayer;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
import org.spikeledger.tools.cli.energy.EnergyJson;
import org.spikeledger.tools.cli.energy.EnergyText;
import org.spikeledger.tools.cli.run.PreparedRun;
import org.spikeledger.tools.cli.run.Recording;
import org.spikeledger.tools.cli.run.RunJson;
import org.spikeledger.tools.cli.run.RunOptions;
import org.spikeledger.tools.cli.run.RunText;
import org.spikeledger.tools.report.ReportPage;
import org.spikeledger.traces.record.TraceRecorder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}. */
@Command(
    name = "demo",
    description =
        "The main job on bundled data: run a network of one timestep over 10,000 images, count"
            + " everything, price it beside the ANN, record and verify a trace, write a page.",
    footer = {"", "Example: spikeledger demo --out out"})
public final class DemoCommand extends AnsweringCommand implements Subcommand {

  private static final int REPLAYED = 10;

  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      defaultValue = "zoo:fashion-mnist-t1",
      description = "A .nir file or zoo:NAME. Default: ${DEFAULT-VALUE}.")
  private String network;

  @Option(
      names = "--data",
      paramLabel = "DATASET",
      defaultValue = "fashion-mnist",
      description = "Default: ${DEFAULT-VALUE}.")
  private String dataset;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "out",
      description = "Receives demo.html and demo.trace. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private RunOptions options;

  /** For picocli. */
  public DemoCommand() {}

  @Override
  protected Answer answer() throws IOException {
    PreparedRun prepared = options.prepare(network, dataset, this::warn);
    Files.createDirectories(out);
    Path trace = out.resolve("demo.trace");
    Path page = out.resolve("demo.html");
    RunSummary run = record(prepared, trace);
    EnergyStudy energy =
        EnergyStudy.of(
            CostModels.operations(CostModels.fitting(run.precision())),
            FirstLayer.ONCE,
            prepared.activity(run),
            Optional.empty());
    ReportPage.write(page, run, energy);
    ReplayCheck check = ReplayCheck.of(prepared, trace, REPLAYED);
    return Answer.of(
        check.agrees(), json(run, energy, check, page), text(run, energy, check, page));
  }

  private static RunSummary record(PreparedRun prepared, Path trace) {
    try (TraceRecorder recorder = Recording.of(prepared, trace)) {
      RunSummary run = prepared.run(List.of(recorder));
      recorder.complete();
      return run;
    }
  }

  private static Map<String, Object> json(
      RunSummary run, EnergyStudy energy, ReplayCheck check, Path page) {
    Map<String, Object> json = RunJson.of(run);
    json.put("energy", EnergyJson.of(run, List.of(energy)));
    json.put("trace", check);
    json.put("page", page.toString());
    return json;
  }

  private static String text(RunSummary run, EnergyStudy energy, ReplayCheck check, Path page) {
    return String.join(
        "\n",
        RunText.of(run),
        EnergyText.of(run.precision(), run.samples(), List.of(energy)),
        check.text(),
        "page        " + page.toAbsolutePath());
  }
}

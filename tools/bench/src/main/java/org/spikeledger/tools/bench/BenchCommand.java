package org.spikeledger.tools.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.file.WholeFile;
import org.spikeledger.tools.bench.agenda.Agenda;
import org.spikeledger.tools.bench.agenda.Suite;
import org.spikeledger.tools.bench.machine.MachineDescription;
import org.spikeledger.tools.bench.machine.OtherLoad;
import org.spikeledger.tools.bench.result.BenchReport;
import org.spikeledger.tools.bench.result.Circumstances;
import org.spikeledger.tools.bench.result.ReportText;
import org.spikeledger.tools.bench.run.ForkSettings;
import org.spikeledger.tools.bench.run.Forks;
import org.spikeledger.tools.bench.run.Loads;
import org.spikeledger.tools.bench.workload.EngineUnderTest;
import org.spikeledger.tools.bench.workload.WorkloadFacts;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
import org.spikeledger.tools.cli.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}. */
@Command(
    name = "bench",
    description =
        "Measure speed beside the rivals in the same run, on one core where nothing else is said;"
            + " docs/bench.md explains each ratio. Refuses a busy machine.",
    footer = {"", "Example: spikeledger bench layers vgg16 --output bench.json"})
public final class BenchCommand extends AnsweringCommand implements Subcommand {

  @Parameters(
      paramLabel = "SUITE",
      arity = "0..*",
      description =
          "layers, rates, vgg16, fully-connected, small-convolutional, threads, scale. Default: all.")
  private List<String> suites = List.of();

  @Mixin private BenchOptions options;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "out/bench.json",
      description = "Where the JSON goes. Default: ${DEFAULT-VALUE}.")
  private Path output;

  /** For picocli. */
  public BenchCommand() {}

  @Override
  protected Answer answer() throws IOException {
    List<Suite> chosen =
        suites.isEmpty() ? List.of(Suite.values()) : suites.stream().map(Suite::of).toList();
    Path target = target();
    EngineUnderTest engine = options.engine();
    ForkSettings settings = options.settings();
    OptionalDouble others = OtherLoad.beforeMeasuring(options.busyAccepted());
    Circumstances circumstances =
        new Circumstances(
            MachineDescription.current(),
            chosen.stream().map(Suite::key).toList(),
            settings,
            engine.kernel(),
            engine.precision(),
            others.isPresent() ? others.getAsDouble() : null,
            OtherLoad.isBusy(others));
    Agenda agenda = Agenda.of(chosen, engine);
    List<WorkloadFacts> facts = agenda.workloads().stream().map(WorkloadFacts::of).toList();
    BenchReport report =
        BenchReport.of(
            circumstances,
            facts,
            agenda,
            new Forks(settings, this::tell).measure(agenda.subjects()),
            new Loads(settings, this::tell).measure(agenda.loads()));
    WholeFile.write(target, Json.write(report) + "\n");
    tell("written: file=" + output);
    return Answer.done(report, ReportText.of(report));
  }

  /** Where the JSON goes; refused before hours of measuring, not after them. */
  private Path target() throws IOException {
    Path target = output.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new BadInputException("the JSON goes into a file: output=" + output);
    }
    Files.createDirectories(target.getParent());
    if (!Files.isWritable(target.getParent())) {
      throw new BadInputException("the folder of the JSON is writable: output=" + output);
    }
    return target;
  }
}

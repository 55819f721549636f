package org.spikeledger.tools.cli.trace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.file.OutputFile;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.report.Figures;
import org.spikeledger.traces.export.CsvExport;
import org.spikeledger.traces.export.InferenceRange;
import org.spikeledger.traces.export.NirDataExport;
import org.spikeledger.traces.replay.TraceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace export}: a trace for other programs. */
@Command(
    name = "export",
    description = {
      "Write a trace for other programs.",
      "csv: a folder with spikes.csv, perf.csv, potentials.csv (SANA-FE's columns) and"
          + " inferences.csv; timestep t of the i-th exported inference is i * T + t.",
      "nirdata: an HDF5 file with the spikes, and the potentials of whole layers, of every"
          + " inference."
    },
    footer = {"", "Example: spikeledger trace export run.trace --format csv --out tables"})
final class TraceExportCommand extends AnsweringCommand {

  private enum Format {
    CSV,
    NIRDATA
  }

  @Parameters(paramLabel = "FILE", description = "A trace.")
  private Path file;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "csv|nirdata",
      description = "What to write.")
  private Format format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      description = "A folder for csv, a file for nirdata.")
  private Path out;

  @Option(
      names = "--first",
      paramLabel = "N",
      defaultValue = "0",
      description = "The first inference, from 0. Default: ${DEFAULT-VALUE}.")
  private long first;

  @Option(names = "--count", paramLabel = "N", description = "At most so many. Default: all.")
  private Long count;

  @Option(
      names = "--dt",
      paramLabel = "TIME",
      defaultValue = "1",
      description = "The length of a timestep, for nirdata. Default: ${DEFAULT-VALUE}.")
  private double timestep;

  @Override
  protected Answer answer() {
    InferenceRange range = new InferenceRange(first, count == null ? Long.MAX_VALUE : count);
    if (format == Format.NIRDATA) {
      OutputFile.require(out, List.of(file));
    }
    try (TraceReader reader = TraceReader.open(file)) {
      long exported =
          switch (format) {
            case CSV -> CsvExport.write(reader, range, out);
            case NIRDATA -> NirDataExport.write(reader, range, timestep, out);
          };
      boolean truncated = reader.footer().isEmpty();
      if (truncated) {
        warn("the trace was cut, only its whole inferences are exported: trace=" + file);
      }
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("file", file.toString());
      json.put("out", out.toString());
      json.put("inferences", exported);
      json.put("truncated", truncated);
      return Answer.done(
          json, "%s inferences written: %s%n".formatted(Figures.whole(exported), out));
    }
  }
}

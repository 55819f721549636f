package org.spikeledger.tools.cli.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.replay.ReplayStep;
import org.spikeledger.traces.replay.TraceReader;
import org.spikeledger.traces.replay.TraceReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace replay}: one recorded inference, timestep by timestep and layer by layer. */
@Command(
    name = "replay",
    description = "Go through a recorded inference timestep by timestep and layer by layer.",
    footer = {"", "Example: spikeledger trace replay run.trace --inference 7 --layer conv1"})
final class TraceReplayCommand extends AnsweringCommand {

  @Parameters(paramLabel = "FILE", description = "A trace.")
  private Path file;

  @Option(
      names = "--inference",
      paramLabel = "N",
      defaultValue = "0",
      description = "Which one, from 0 in the order of the trace. Default: ${DEFAULT-VALUE}.")
  private long inference;

  @Option(names = "--layer", paramLabel = "NAME", description = "Only this layer. Default: all.")
  private String layer;

  @Override
  protected Answer answer() {
    try (TraceReader reader = TraceReader.open(file)) {
      if (layer != null) {
        reader.header().layer(layer);
      }
      reader.seek(inference);
      TracedInference traced =
          reader
              .next()
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "a trace has the inference that is asked for: inference=%d file=%s"
                              .formatted(inference, file)));
      List<StepJson> steps = new ArrayList<>();
      for (ReplayStep step : new TraceReplay(reader.header(), traced)) {
        if (layer == null || step.layer().name().equals(layer)) {
          steps.add(StepJson.of(step));
        }
      }
      return Answer.done(json(traced, steps), text(traced, steps));
    }
  }

  private Map<String, Object> json(TracedInference traced, List<StepJson> steps) {
    InferenceRecord record = traced.record();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("inference", inference);
    json.put("index", record.sample());
    json.put("label", traced.label());
    json.put("prediction", record.prediction());
    json.put("digest", HexFormat.of().formatHex(record.digest()));
    json.put("steps", steps);
    return json;
  }

  private String text(TracedInference traced, List<StepJson> steps) {
    InferenceRecord record = traced.record();
    Table table =
        Table.of(
            Column.number("timestep"),
            Column.text("layer"),
            Column.number("neurons firing"),
            Column.number("spikes"),
            Column.text("which"),
            Column.text("potentials"));
    for (StepJson step : steps) {
      table.row(
          Figures.whole(step.timestep()),
          step.layer(),
          Figures.whole(step.neurons().size()),
          Figures.whole(step.spikes()),
          step.brief(),
          step.potentialsInBrief());
    }
    return "input %d, label %d, prediction %d%ndigest %s%n%n%s%n%s"
        .formatted(
            record.sample(),
            traced.label(),
            record.prediction(),
            HexFormat.of().formatHex(record.digest()),
            table.text(),
            "which: neurons by their index in NIR's order (channel, row, column); potentials: after"
                + " reset, where they were recorded (run --record FILE --probe LAYER)\n");
  }

  /** A layer at a timestep; neurons in NIR's order of index. */
  private record StepJson(
      int timestep,
      String layer,
      long spikes,
      List<Integer> neurons,
      Map<Integer, Float> potentials) {

    private static final int SHOWN = 8;

    static StepJson of(ReplayStep step) {
      List<Integer> neurons = new ArrayList<>();
      long spikes = 0;
      for (int i = 0; i < step.firing(); i++) {
        neurons.add(step.nirIndex(i));
        spikes += step.spikes(i);
      }
      neurons.sort(null);
      Map<Integer, Float> potentials = new TreeMap<>();
      for (int i = 0; i < step.probed(); i++) {
        potentials.put(step.probedNirIndex(i), step.potential(i));
      }
      return new StepJson(step.timestep(), step.layer().name(), spikes, neurons, potentials);
    }

    String potentialsInBrief() {
      StringBuilder text = new StringBuilder();
      potentials.entrySet().stream()
          .limit(SHOWN)
          .forEach(
              each -> text.append(each.getKey()).append(": ").append(each.getValue()).append(' '));
      return text.append(potentials.size() > SHOWN ? "..." : "").toString().strip();
    }

    String brief() {
      StringBuilder text = new StringBuilder();
      neurons.stream().limit(SHOWN).forEach(neuron -> text.append(neuron).append(' '));
      return text.append(neurons.size() > SHOWN ? "..." : "").toString().strip();
    }
  }
}

package org.spikeledger.tools.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.dataset.DatasetSpecification;
import org.spikeledger.simulator.run.InferenceListener;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}. */
@Command(
    name = "run",
    description = "Run a network over a dataset and count every spike, operation and access.",
    footer = {
      "",
      "Example: spikeledger run zoo:fashion-mnist-t1 --data fashion-mnist --limit 200 --json"
    })
public final class RunCommand extends AnsweringCommand implements Subcommand {

  @Parameters(paramLabel = "NETWORK", description = "A .nir file or zoo:NAME.")
  private String network;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DATASET",
      description = DatasetSpecification.KNOWN + " (also a folder of N-MNIST).")
  private String dataset;

  @Mixin private RunOptions options;

  @Option(
      names = "--per-sample",
      description = "Tell each inference's prediction, digest and spikes (with --json).")
  private boolean perSample;

  @Mixin private RecordOptions recordOptions;

  /** For picocli. */
  public RunCommand() {}

  @Override
  protected Answer answer() {
    PreparedRun prepared = recordOptions.settle(options.prepare(network, dataset, this::warn));
    SampleCollector collector = new SampleCollector(prepared.network().graph());
    List<InferenceListener> listeners = new ArrayList<>();
    if (perSample || prepared.settings().limit() == 1) {
      listeners.add(collector);
    }
    QuantisationCost.Predictions predictions = new QuantisationCost.Predictions();
    listeners.add(predictions.listener());
    RunSummary summary = recordOptions.run(prepared, listeners, this::tell);
    Map<String, Object> json = json(summary, collector.samples());
    StringBuilder text = new StringBuilder(RunText.of(summary));
    if (prepared.float32().isPresent()) {
      QuantisationCost cost = QuantisationCost.of(prepared.float32().get(), summary, predictions);
      json.put("quantisation", cost);
      text.append(cost.text());
    }
    return Answer.done(json, text.toString());
  }

  private Map<String, Object> json(RunSummary summary, List<SampleResult> samples) {
    Map<String, Object> json = RunJson.of(summary);
    json.putAll(recordOptions.told());
    if (!samples.isEmpty()) {
      json.put("samples", samples);
    }
    return json;
  }
}

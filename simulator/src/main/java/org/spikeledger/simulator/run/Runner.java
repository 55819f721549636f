package org.spikeledger.simulator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.digest.Fingerprint;
import org.spikeledger.simulator.encode.InputSource;
import org.spikeledger.simulator.engine.Engine;

/** Runs a network over inputs and sums up. */
public final class Runner {

  private Runner() {}

  /**
   * Runs the inputs, in dataset order for all that listen, on as many threads as the settings say.
   *
   * @param graph the network
   * @param networkName as the user gave it
   * @param inputs at least one
   * @param settings how to run
   * @param listeners called in order on the calling thread
   * @throws BadInputException if the inputs do not fit the network
   */
  public static RunSummary run(
      Graph graph,
      String networkName,
      InputSource inputs,
      RunSettings settings,
      List<InferenceListener> listeners) {
    return run(
        graph, networkName, inputs, settings, UnaryOperator.identity(), listeners, List.of());
  }

  /**
   * The same with listeners side by side.
   *
   * @param around makes of every engine what runs in its place, such as one that remembers results;
   *     called once by each simulating thread
   * @param listeners called in order on the calling thread
   * @param sideBySide each called on a thread of its own: a slow one holds back the simulation, but
   *     not the others
   */
  public static RunSummary run(
      Graph graph,
      String networkName,
      InputSource inputs,
      RunSettings settings,
      UnaryOperator<Engine> around,
      List<InferenceListener> listeners,
      List<InferenceListener> sideBySide) {
    int samples = Math.min(inputs.size(), settings.limit());
    if (samples < 1) {
      throw new BadInputException("a run needs at least one input: dataset=" + inputs.name());
    }
    List<LayerFacts> facts = LayerFacts.of(graph, inputs.kind());
    SummaryBuilder summary = new SummaryBuilder(facts, settings.timesteps());
    int atOnce = Math.min(settings.inferencesAtOnce(), samples);
    // Of what is about to run: large weights are read from a file that somebody may replace.
    String fingerprint = Fingerprint.of(graph, inputs.encoder(), settings.timesteps());
    String kernel;
    long start;
    List<InferenceListener> all = new ArrayList<>();
    all.add(
        (record, label) -> {
          summary.onInference(record, label);
          listeners.forEach(listener -> listener.onInference(record, label));
        });
    all.addAll(sideBySide);
    try (EngineFactory engines = new EngineFactory(graph, inputs.kind(), settings)) {
      kernel = engines.kernel();
      start = System.nanoTime();
      new Pipeline(() -> around.apply(engines.create()), inputs, samples, atOnce).run(all);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new RunSummary(
        networkName,
        fingerprint,
        summary.digest(),
        inputs.name(),
        summary.samples(),
        settings.timesteps(),
        Fingerprint.precision(graph),
        settings.engine().key(),
        kernel,
        settings.parallelism() == Parallelism.LATENCY ? settings.threads() : atOnce,
        settings.parallelism(),
        summary.accuracy(),
        summary.accuracyStandardError(),
        seconds,
        summary.counts(),
        facts,
        summary.spikes(),
        summary.operations());
  }
}

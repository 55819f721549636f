package org.spikeledger.tools.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.spikeledger.simulator.encode.InputSource;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.run.InferenceListener;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;
import org.spikeledger.tools.cli.network.LoadedNetwork;

/**
 * All that a run needs.
 *
 * @param network what runs
 * @param inputs what it receives
 * @param settings how it runs
 * @param float32 the same before it was quantised; empty where it was not
 */
public record PreparedRun(
    LoadedNetwork network,
    InputSource inputs,
    RunSettings settings,
    Optional<PreparedRun> float32) {

  /** A network that runs as it was loaded. */
  public PreparedRun(LoadedNetwork network, InputSource inputs, RunSettings settings) {
    this(network, inputs, settings, Optional.empty());
  }

  /** How many inferences there will be. */
  public int samples() {
    return Math.min(inputs.size(), settings.limit());
  }

  /** The same with other settings. */
  public PreparedRun with(RunSettings other) {
    return new PreparedRun(network, inputs, other, float32.map(run -> run.with(other)));
  }

  /** What a run of this did, as energies are counted from it. */
  public CountedActivity activity(RunSummary run) {
    return CountedActivity.of(network.graph(), inputs.kind(), run.counts(), run.samples());
  }

  /** Runs, with a progress bar where standard error is a terminal. */
  public RunSummary run(List<? extends InferenceListener> listeners) {
    return run(UnaryOperator.identity(), listeners, List.of());
  }

  /**
   * The same with listeners side by side.
   *
   * @param around makes of every engine what runs in its place
   * @param sideBySide each called on a thread of its own
   */
  public RunSummary run(
      UnaryOperator<Engine> around,
      List<? extends InferenceListener> listeners,
      List<InferenceListener> sideBySide) {
    try (Progress progress = Progress.of("inferences", samples())) {
      List<InferenceListener> all = new ArrayList<>(listeners);
      all.add(progress);
      return Runner.run(network.graph(), network.name(), inputs, settings, around, all, sideBySide);
    }
  }
}

package org.spikeledger.training.rl.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.environment.EnvironmentSpecification;
import org.spikeledger.training.libtorch.Libtorch;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentConfigurations;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.rl.run.AgentRun;
import org.spikeledger.training.rl.run.AgentStages;
import org.spikeledger.training.rl.run.RunListener;

/**
 * Runs every training with every seed, some side by side, each in a folder of its own where it goes
 * on after a kill. The thread that calls waits; workers share nothing but the results and the
 * listener, to which they come one at a time.
 */
public final class AgentComparison {
  private final ComparisonConfiguration comparison;
  private final List<AgentConfiguration> trainings = new ArrayList<>();
  private final SeedResult[] results;

  /**
   * A comparison.
   *
   * @param folder that the configurations' names are relative to
   * @throws BadInputException where a configuration is refused
   */
  public AgentComparison(ComparisonConfiguration comparison, Path folder) {
    this.comparison = comparison;
    for (String file : comparison.configurations()) {
      AgentConfiguration read = AgentConfigurations.read(folder.resolve(file));
      EnvironmentSpecification.parse(read.environment());
      for (long seed : comparison.seeds()) {
        Path own = Path.of(comparison.output()).resolve(read.name() + "-seed" + seed);
        trainings.add(read.with(seed, own.toString()));
      }
    }
    results = new SeedResult[trainings.size()];
    if (trainings.stream().map(AgentConfiguration::output).distinct().count() != trainings.size()) {
      throw new BadInputException(
          "compared trainings have names of their own: configurations="
              + comparison.configurations());
    }
  }

  /** How many trainings there are. */
  public int size() {
    return trainings.size();
  }

  /**
   * Runs what is not finished, measures all.
   *
   * @param finished is told of every training that is measured, and given the results so far in
   *     order of configurations, then seeds
   * @return all results in that order
   */
  public List<SeedResult> run(BiConsumer<SeedResult, List<SeedResult>> finished) {
    Libtorch.load(1);
    Libtorch.setDeterministic(true);
    try (ExecutorService workers = Executors.newFixedThreadPool(comparison.sideBySide())) {
      List<Future<SeedResult>> running = new ArrayList<>();
      for (int i = 0; i < trainings.size(); i++) {
        int index = i;
        running.add(workers.submit(() -> result(index, finished)));
      }
      return running.stream().map(result -> wait(result, workers)).toList();
    }
  }

  private SeedResult result(int index, BiConsumer<SeedResult, List<SeedResult>> finished) {
    AgentConfiguration training = trainings.get(index);
    EnvironmentSpecification environment = EnvironmentSpecification.parse(training.environment());
    AgentStage last = training.stages().getLast();
    if (!isFinished(training, environment, last)) {
      new AgentRun(training, environment::open, RunListener.NONE).run();
    }
    SeedResult result = new SeedMeasurement(training, comparison.episodes()).result();
    tell(index, result, finished);
    return result;
  }

  private static boolean isFinished(
      AgentConfiguration training, EnvironmentSpecification environment, AgentStage last) {
    try (var opened = environment.open()) {
      AgentStages stages = new AgentStages(training, opened.observationShape());
      if (!stages.isFinished(last)) {
        return false;
      }
      stages.checkConfiguration(last);
      return true;
    }
  }

  private synchronized void tell(
      int index, SeedResult result, BiConsumer<SeedResult, List<SeedResult>> finished) {
    results[index] = result;
    finished.accept(result, Arrays.stream(results).filter(Objects::nonNull).toList());
  }

  private static SeedResult wait(Future<SeedResult> result, ExecutorService workers) {
    try {
      return result.get();
    } catch (ExecutionException failed) {
      workers.shutdownNow();
      switch (failed.getCause()) {
        case RuntimeException exception -> throw exception;
        case Error error -> throw error;
        default -> throw new IllegalStateException(failed);
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while agents were trained");
    }
  }
}

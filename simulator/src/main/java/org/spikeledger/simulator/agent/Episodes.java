package org.spikeledger.simulator.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.spikeledger.models.environment.Environment;
import org.spikeledger.models.environment.EnvironmentSpecification;

/**
 * Plays episodes over several threads. Each thread has its own agent and environment, takes the
 * next episode that nobody has, and writes its result into that episode's place; sums are of whole
 * numbers, so that no order changes them.
 */
public final class Episodes {

  private final AgentNetwork network;
  private final EnvironmentSpecification environment;
  private final PlaySettings settings;
  private final EpisodeListener first;
  private final Consumer<PlayedEpisode> progress;
  private final PlayedEpisode[] played;
  private final AtomicInteger next = new AtomicInteger();

  private Episodes(
      AgentNetwork network,
      EnvironmentSpecification environment,
      PlaySettings settings,
      EpisodeListener first,
      Consumer<PlayedEpisode> progress) {
    this.network = network;
    this.environment = environment;
    this.settings = settings;
    this.first = first;
    this.progress = progress;
    this.played = new PlayedEpisode[settings.episodes()];
  }

  /**
   * Plays.
   *
   * @param first watches the first episode, on the thread that plays it
   * @param progress is told of each episode when it has been played, in no order, by one thread at
   *     a time
   * @throws org.spikeledger.models.BadInputException where network and environment do not fit, or
   *     the environment fails
   */
  public static EpisodeSummary play(
      AgentNetwork network,
      EnvironmentSpecification environment,
      PlaySettings settings,
      EpisodeListener first,
      Consumer<PlayedEpisode> progress) {
    return new Episodes(network, environment, settings, first, progress).play();
  }

  private EpisodeSummary play() {
    long start = System.nanoTime();
    int threads = Math.min(settings.threads(), settings.episodes());
    StepCounts total = new StepCounts(network);
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<StepCounts>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(workers.submit(this::work));
      }
      parts.forEach(part -> total.addAll(result(part, workers)));
    }
    return new EpisodeSummary(
        network,
        environment.toString(),
        Arrays.asList(played),
        total.counts(),
        threads,
        (System.nanoTime() - start) / 1e9);
  }

  private StepCounts work() {
    try (Environment opened = environment.open()) {
      return playIn(opened);
    } catch (RuntimeException | Error e) {
      // The others end after the episode that they are in.
      next.set(played.length);
      throw e;
    }
  }

  private StepCounts playIn(Environment opened) {
    network.checkPlays(opened, environment.toString());
    EpisodePlayer player = new EpisodePlayer(network, opened);
    for (int i = next.getAndIncrement(); i < played.length; i = next.getAndIncrement()) {
      played[i] = player.play(settings.seed() + i, i == 0 ? first : EpisodeListener.NONE);
      tell(played[i]);
    }
    return player.counts();
  }

  private synchronized void tell(PlayedEpisode episode) {
    progress.accept(episode);
  }

  private static StepCounts result(Future<StepCounts> part, ExecutorService workers) {
    try {
      return part.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException exception -> throw exception;
        case Error error -> throw error;
        default -> throw new IllegalStateException(failed);
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while episodes were played");
    }
  }
}

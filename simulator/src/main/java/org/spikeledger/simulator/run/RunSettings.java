package org.spikeledger.simulator.run;

import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.simulator.kernel.KernelChoice;

/**
 * How a network is run. Only the timesteps and the digest's extent change an inference's digest,
 * and the limit too a run's; the rest changes how long it takes.
 *
 * @param timesteps T, 1..65536
 * @param limit at most so many inputs, from the first; at least 1
 * @param threads that simulate, 1..1024
 * @param parallelism what several threads do at the same time
 * @param engine event or reference
 * @param kernel of the event engine
 * @param digestPotentials whether digests cover every layer's potentials too
 * @param probes neurons whose potentials the records keep
 */
public record RunSettings(
    int timesteps,
    int limit,
    int threads,
    Parallelism parallelism,
    EngineChoice engine,
    KernelChoice kernel,
    boolean digestPotentials,
    List<ProbedLayer> probes) {

  /** Checks the ranges. */
  public RunSettings {
    probes = List.copyOf(probes);
    check("timesteps", timesteps, 1, 1 << 16);
    check("limit", limit, 1, Integer.MAX_VALUE);
    check("threads", threads, 1, 1024);
    if (parallelism == Parallelism.LATENCY && engine != EngineChoice.EVENT) {
      throw new BadInputException(
          "only the event engine shares an inference: parallel=%s engine=%s"
              .formatted(parallelism.key(), engine.key()));
    }
  }

  /** The same with an inference a thread. */
  public RunSettings(
      int timesteps,
      int limit,
      int threads,
      EngineChoice engine,
      KernelChoice kernel,
      boolean digestPotentials,
      List<ProbedLayer> probes) {
    this(
        timesteps,
        limit,
        threads,
        Parallelism.THROUGHPUT,
        engine,
        kernel,
        digestPotentials,
        probes);
  }

  /** The same without probes. */
  public RunSettings(
      int timesteps,
      int limit,
      int threads,
      EngineChoice engine,
      KernelChoice kernel,
      boolean digestPotentials) {
    this(timesteps, limit, threads, engine, kernel, digestPotentials, List.of());
  }

  /** All inputs on one thread by the event engine with the best kernel. */
  public static RunSettings of(int timesteps) {
    return new RunSettings(
        timesteps, Integer.MAX_VALUE, 1, EngineChoice.EVENT, KernelChoice.AUTO, false);
  }

  /** The same with another limit. */
  public RunSettings withLimit(int inputs) {
    return new RunSettings(
        timesteps, inputs, threads, parallelism, engine, kernel, digestPotentials, probes);
  }

  /** The same with other threads. */
  public RunSettings withThreads(int number) {
    return new RunSettings(
        timesteps, limit, number, parallelism, engine, kernel, digestPotentials, probes);
  }

  /** The same with threads that do something else at the same time. */
  public RunSettings withParallelism(Parallelism choice) {
    return new RunSettings(
        timesteps, limit, threads, choice, engine, kernel, digestPotentials, probes);
  }

  /** The inferences that run side by side. */
  public int inferencesAtOnce() {
    return parallelism == Parallelism.LATENCY ? 1 : threads;
  }

  /** The same with another engine. */
  public RunSettings withEngine(EngineChoice choice) {
    return new RunSettings(
        timesteps, limit, threads, parallelism, choice, kernel, digestPotentials, probes);
  }

  /** The same with another kernel. */
  public RunSettings withKernel(KernelChoice choice) {
    return new RunSettings(
        timesteps, limit, threads, parallelism, engine, choice, digestPotentials, probes);
  }

  /** The same with digests that cover the potentials. */
  public RunSettings withDigestPotentials() {
    return new RunSettings(timesteps, limit, threads, parallelism, engine, kernel, true, probes);
  }

  /** The same with the potentials of these neurons kept. */
  public RunSettings withProbes(List<ProbedLayer> watched) {
    return new RunSettings(
        timesteps, limit, threads, parallelism, engine, kernel, digestPotentials, watched);
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new BadInputException(
          "%s lies in %d..%d: %s=%d".formatted(name, least, most, name, value));
    }
  }
}

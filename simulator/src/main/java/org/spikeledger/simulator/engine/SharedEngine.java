package org.spikeledger.simulator.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.plan.Plan;

/**
 * The event-driven engine with each inference shared by several threads: the one that calls {@link
 * #run}, which alone writes the next inference and the record, and others of the engine's own,
 * which read it once all have met. Each thread walks all stages, does its part of each, and meets
 * the others before the next. Gives the bits that {@link EventEngine} gives.
 */
public final class SharedEngine implements Engine, AutoCloseable {

  private final EventEngine engine;
  private final Barrier barrier;
  private final List<Member> members;
  private final List<Thread> others;
  private EncodedInput input;
  private InferenceRecord record;
  private boolean closed;

  /**
   * Starts the engine's threads.
   *
   * @param plan may be shared with other engines
   * @param timesteps T, at least 1
   * @param kernels may be shared with other engines
   * @param probe watches the potentials, on the thread that calls
   * @param threads that share an inference, the one that calls among them; at least 1
   */
  public SharedEngine(Plan plan, int timesteps, Kernels kernels, Probe probe, int threads) {
    barrier = new Barrier(threads);
    members =
        IntStream.range(0, threads).mapToObj(part -> new Member(part, threads, barrier)).toList();
    engine = new EventEngine(plan, timesteps, kernels, probe, members);
    others =
        members.stream()
            .skip(1)
            .map(
                member ->
                    Thread.ofPlatform()
                        .name("share-" + member.part())
                        .daemon()
                        .start(() -> takePart(member)))
            .toList();
  }

  @Override
  public InferenceRecord newRecord() {
    return engine.newRecord();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the engine is closed, as it is after a failure
   */
  @Override
  public void run(long sample, EncodedInput encoded, InferenceRecord into) {
    if (closed) {
      throw new IllegalStateException("the engine runs: closed=true");
    }
    engine.begin(sample, encoded, into);
    input = encoded;
    record = into;
    Member first = members.getFirst();
    try {
      first.await();
      engine.run(first, encoded, into);
    } catch (RuntimeException | Error e) {
      barrier.fail(e);
      joinOthers();
      throwFailure();
    }
  }

  private void takePart(Member member) {
    try {
      member.await();
      while (!closed) {
        engine.run(member, input, record);
        member.await();
      }
    } catch (RuntimeException | Error e) {
      barrier.fail(e);
    }
  }

  private void throwFailure() {
    switch (barrier.failure()) {
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  /**
   * Ends the engine's threads; by the thread that called {@link #run}, or by another that waited
   * for its end.
   */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try {
        members.getFirst().await();
      } finally {
        joinOthers();
      }
    }
  }

  private void joinOthers() {
    closed = true;
    for (Thread thread : others) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

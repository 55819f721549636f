package org.spikeledger.models.environment;

import org.spikeledger.models.graph.Shape;

/**
 * A sequential task with a fixed number of actions. Episodes begin with {@link #reset} and end with
 * a step that is {@linkplain Step#terminated terminated} or {@linkplain Step#truncated truncated}.
 * Used by one thread.
 */
public interface Environment extends AutoCloseable {

  /** The shape of an observation; its values lie in the array in this shape's row-major order. */
  Shape observationShape();

  /** How many actions there are, at least 1; an action is an index from 0. */
  int actions();

  /**
   * Begins an episode. Equal seeds begin equal episodes.
   *
   * @param observation of {@code observationShape().size()} elements, gets the first observation
   */
  void reset(long seed, float[] observation);

  /**
   * Takes one environment step.
   *
   * @param action from 0 to {@code actions() - 1}
   * @param observation of {@code observationShape().size()} elements, gets the observation after
   *     the step, also after the last one of an episode
   * @throws IllegalStateException where no episode is going on
   */
  Step step(int action, float[] observation);

  /** Frees what the environment holds outside this process's memory; ends an episode. */
  @Override
  void close();
}

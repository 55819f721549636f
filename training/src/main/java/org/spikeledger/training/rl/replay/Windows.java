package org.spikeledger.training.rl.replay;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.models.environment.Step;

/**
 * Sequences of transitions side by side. Where a sequence is shorter than others, the transitions
 * that it lacks are not to be learned from. Everything stands step by step, and within a step
 * sequence by sequence. Filled by {@link ReplayBuffer}, then only read.
 */
public final class Windows {
  private final int sequences;
  private final int steps;
  private final Tensor observations;
  private final int[] actions;
  private final float[] rewards;
  private final boolean[] terminated;
  private final boolean[] learned;

  /**
   * Sequences without anything to learn from.
   *
   * @param sequences side by side
   * @param steps transitions of each
   * @param size values of an observation
   */
  Windows(int sequences, int steps, int size) {
    this.sequences = sequences;
    this.steps = steps;
    observations = torch.zeros((long) (steps + 1) * sequences, size);
    actions = new int[sequences * steps];
    rewards = new float[sequences * steps];
    terminated = new boolean[sequences * steps];
    learned = new boolean[sequences * steps];
  }

  void set(int transition, int action, Step step, boolean isLearned) {
    actions[transition] = action;
    rewards[transition] = (float) step.reward();
    terminated[transition] = step.terminated();
    learned[transition] = isLearned;
  }

  /** Sequences side by side. */
  public int sequences() {
    return sequences;
  }

  /** Transitions of each. */
  public int steps() {
    return steps;
  }

  /** All transitions, to be learned from or not. */
  public int size() {
    return actions.length;
  }

  /** (steps + 1) * sequences x value: those before each transition, and the last. */
  public Tensor observations() {
    return observations;
  }

  /** The action taken. */
  public int action(int transition) {
    return actions[transition];
  }

  /** The reward got. */
  public float reward(int transition) {
    return rewards[transition];
  }

  /** Whether nothing can follow. */
  public boolean isTerminated(int transition) {
    return terminated[transition];
  }

  /** Whether the transition is to be learned from. */
  public boolean isLearned(int transition) {
    return learned[transition];
  }
}

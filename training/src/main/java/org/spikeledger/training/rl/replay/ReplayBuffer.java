package org.spikeledger.training.rl.replay;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.spikeledger.models.environment.Step;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * The last observations of an agent in the order it met them, each with the step that was taken
 * from it; from the last of an episode none was. So an observation is kept once, not as the end of
 * one transition and the start of another. Used by one thread.
 */
public final class ReplayBuffer {
  private final int capacity;
  private final int size;
  private final ObservationStore observations;
  private final Tensor steps;
  private final FloatBuffer fields;
  private final Tensor counter;
  private final LongBuffer written;

  /**
   * An empty buffer.
   *
   * @param capacity observations
   * @param size values of an observation
   * @param bytes whether they are kept as bytes
   */
  public ReplayBuffer(int capacity, int size, boolean bytes) {
    this.capacity = capacity;
    this.size = size;
    observations = bytes ? new ByteStore(capacity, size) : new FloatStore(capacity, size);
    steps = torch.zeros(capacity, Field.COUNT);
    fields = FloatTensors.buffer(steps);
    counter = torch.zeros(1).to(ScalarType.Long);
    written = counter.data_ptr_long().capacity(1).asBuffer();
  }

  /** What stands beside an observation. */
  private enum Field {
    ACTION,
    REWARD,
    /** 0: no step was taken; 1: one was; 2: one that terminated the episode. */
    KIND,
    /** Steps of the episode before it. */
    AGE;

    static final int COUNT = 4;
  }

  /** Everything that a checkpoint keeps, by name. */
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    state.put("replay_observations", observations.content());
    state.put("replay_steps", steps);
    state.put("replay_written", counter);
    return state;
  }

  /** An episode begins. */
  public void begin(float[] observation) {
    append(observation, 0);
  }

  /** A step was taken from the last observation. */
  public void add(int action, Step step, float[] next) {
    long last = written() - 1;
    set(last, Field.ACTION, action);
    set(last, Field.REWARD, (float) step.reward());
    set(last, Field.KIND, step.terminated() ? 2 : 1);
    append(next, get(last, Field.AGE) + 1);
  }

  private void append(float[] observation, float age) {
    long next = written();
    observations.put(place(next), observation);
    set(next, Field.KIND, 0);
    set(next, Field.AGE, age);
    written.put(0, next + 1);
  }

  /**
   * Draws sequences: a transition uniformly, up to {@code burnIn} transitions of its episode before
   * it, up to {@code learned - 1} behind it. There must be a transition.
   */
  public Windows sample(SplittableRandom random, int sequences, int learned, int burnIn) {
    Windows windows = new Windows(sequences, learned + burnIn, size);
    FloatBuffer into = FloatTensors.buffer(windows.observations());
    for (int i = 0; i < sequences; i++) {
      long first = transition(random);
      long before = Math.min(burnIn, Math.min((long) get(first, Field.AGE), first - oldest()));
      fill(windows, i, first - before, first, first + learned, into);
    }
    return windows;
  }

  private long transition(SplittableRandom random) {
    while (true) {
      long number = random.nextLong(oldest(), written());
      if (get(number, Field.KIND) != 0) {
        return number;
      }
    }
  }

  private void fill(
      Windows windows, int sequence, long start, long from, long to, FloatBuffer into) {
    boolean going = true;
    for (int t = 0; t <= windows.steps() && going; t++) {
      long number = start + t;
      int index = t * windows.sequences() + sequence;
      observations.get(place(number), into.position(index * size));
      going = number < to && get(number, Field.KIND) != 0;
      if (going) {
        windows.set(index, (int) get(number, Field.ACTION), step(number), number >= from);
      }
    }
  }

  private Step step(long number) {
    return new Step(get(number, Field.REWARD), get(number, Field.KIND) == 2, false);
  }

  private long written() {
    return written.get(0);
  }

  private long oldest() {
    return Math.max(0, written() - capacity);
  }

  private int place(long number) {
    return (int) (number % capacity);
  }

  private float get(long number, Field field) {
    return fields.get(place(number) * Field.COUNT + field.ordinal());
  }

  private void set(long number, Field field, float value) {
    fields.put(place(number) * Field.COUNT + field.ordinal(), value);
  }
}

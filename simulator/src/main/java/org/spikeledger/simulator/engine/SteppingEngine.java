package org.spikeledger.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.plan.Plan;

/**
 * Runs one inference timestep by timestep, with inputs as they come: membrane potentials, synaptic
 * currents and events on their way are carried from step to step. What it gives is what {@link
 * EventEngine} gives for the same inputs at once. Used by one thread.
 */
public final class SteppingEngine {

  private static final int FIRST_CAPACITY = 16;

  private final Plan plan;
  private final EventEngine engine;
  private final PopulationRunner output;
  private final float[] outputCurrent;
  private final List<EventInput> inputs = new ArrayList<>();
  private InferenceRecord record;
  private int capacity;

  /**
   * An engine over a plan, its state zero.
   *
   * @param plan for inputs of kind BINARY or GRADED; may be shared with other engines
   * @param kernels may be shared with other engines
   * @param probe watches the potentials
   */
  public SteppingEngine(Plan plan, Kernels kernels, Probe probe) {
    if (plan.inputKind() == ValueKind.ANALOG) {
      throw new BadInputException(
          "inputs that come step by step are events, not one directly encoded image: kind="
              + plan.inputKind());
    }
    this.plan = plan;
    this.engine = EventEngine.stepping(plan, kernels, probe);
    this.output =
        engine.runners().stream()
            .filter(PopulationRunner.class::isInstance)
            .map(PopulationRunner.class::cast)
            .filter(PopulationRunner::isOutput)
            .findFirst()
            .orElseThrow();
    this.outputCurrent = new float[plan.outputShape().size()];
    begin();
  }

  /** Zeroes all state and forgets the steps so far: the next step is the first of an inference. */
  public void begin() {
    inputs.clear();
    capacity = FIRST_CAPACITY;
    record = new InferenceRecord(plan.layers().size(), capacity, plan.outputShape());
    EncodedInput nothing = new EventInput(plan.inputShape(), new int[] {0}, new int[0], null);
    engine.runners().forEach(runner -> runner.begin(Member.ALONE, nothing));
  }

  /** How many steps the inference has so far. */
  public int steps() {
    return inputs.size();
  }

  /**
   * Runs one timestep.
   *
   * @param input of one timestep
   * @return the output's potentials in canonical order, accumulated since the first step; valid
   *     until the next call
   * @throws BadInputException if shape or kind are not the plan's, or there are more timesteps
   */
  public float[] step(EventInput input) {
    new InputCheck(plan.inputShape(), plan.inputKind(), 1).check(input);
    int timestep = inputs.size();
    inputs.add(input);
    if (timestep == capacity) {
      record = copy(Math.multiplyExact(capacity, 2), timestep, 0, null);
      capacity *= 2;
    }
    for (StageRunner runner : engine.runners()) {
      if (runner instanceof InputRunner) {
        runner.begin(Member.ALONE, input);
        runner.run(Member.ALONE, 0, record);
      } else {
        runner.run(Member.ALONE, timestep, record);
      }
    }
    return record.output();
  }

  /**
   * What the last step added to the output's potentials: the current that reached the output,
   * before it was rounded into them.
   *
   * @return in canonical order, valid until the next call
   * @throws IllegalStateException where no step has been run
   */
  public float[] outputCurrent() {
    if (inputs.isEmpty()) {
      throw new IllegalStateException("a current is that of a step: steps=0");
    }
    output.copyCurrent(outputCurrent);
    return outputCurrent;
  }

  /**
   * Ends the inference and begins the next.
   *
   * @param sample its place in whatever the caller records
   * @return the whole inference, its input all steps' inputs; without a digest
   */
  public InferenceRecord finish(long sample) {
    if (inputs.isEmpty()) {
      throw new IllegalStateException("an inference has at least one step: steps=0");
    }
    int steps = inputs.size();
    InferenceRecord whole = copy(steps, steps, sample, EventInput.concatenated(inputs));
    engine.runners().forEach(runner -> runner.end(steps - 1, whole));
    begin();
    return whole;
  }

  /** A record of so many timesteps that holds the steps done. */
  private InferenceRecord copy(int timesteps, int done, long sample, EncodedInput input) {
    InferenceRecord copy = new InferenceRecord(plan.layers().size(), timesteps, plan.outputShape());
    copy.begin(sample, input);
    for (int t = 0; t < done; t++) {
      for (int layer = 0; layer < plan.layers().size(); layer++) {
        copySpikes(t, layer, copy.spikes());
        for (Primitive primitive : Primitive.ALL) {
          long value = record.counters().get(layer, t, primitive);
          copy.counters().set(layer, t, primitive, value);
        }
      }
    }
    System.arraycopy(record.output(), 0, copy.output(), 0, copy.output().length);
    return copy;
  }

  private void copySpikes(int timestep, int layer, SpikeLog into) {
    SpikeLog spikes = record.spikes();
    int count = spikes.count(timestep, layer);
    int[] firing = new int[count];
    int[] numbers = new int[count];
    boolean several = false;
    for (int i = 0; i < count; i++) {
      firing[i] = spikes.index(timestep, layer, i);
      numbers[i] = spikes.spikes(timestep, layer, i);
      several |= numbers[i] > 1;
    }
    into.append(firing, several ? numbers : null, count);
  }
}

package org.spikeledger.simulator.engine;

import java.util.List;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.plan.AmplitudeStage;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.DelayInputStage;
import org.spikeledger.simulator.plan.DelayStage;
import org.spikeledger.simulator.plan.InputStage;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.plan.PoolStage;
import org.spikeledger.simulator.plan.PopulationStage;
import org.spikeledger.simulator.plan.SparseStage;
import org.spikeledger.simulator.plan.Stage;
import org.spikeledger.simulator.plan.SumStage;
import org.spikeledger.simulator.plan.SynapseStage;

/**
 * The event-driven engine: every addition is caused by an event, an absent one costs nothing. The
 * plan is shared; all that is written belongs to this engine and its one thread, or to those that a
 * {@link SharedEngine} lends it.
 */
public final class EventEngine implements Engine {

  private final Plan plan;
  private final int timesteps;
  private final InputCheck inputCheck;
  private final StageRunner[] runners;

  /**
   * An engine over a plan.
   *
   * @param plan may be shared with other engines
   * @param timesteps T, at least 1
   * @param kernels may be shared with other engines
   * @param probe watches the potentials
   */
  public EventEngine(Plan plan, int timesteps, Kernels kernels, Probe probe) {
    this(plan, timesteps, kernels, probe, List.of(Member.ALONE));
  }

  /** An engine whose inferences are shared by these. */
  EventEngine(Plan plan, int timesteps, Kernels kernels, Probe probe, List<Member> members) {
    this(plan, timesteps, kernels, probe, new Slots(plan, members, timesteps > 1));
  }

  /** An engine for inferences that another runs, timestep by timestep. */
  static EventEngine stepping(Plan plan, Kernels kernels, Probe probe) {
    return new EventEngine(plan, 1, kernels, probe, new Slots(plan, List.of(Member.ALONE), true));
  }

  private EventEngine(Plan plan, int timesteps, Kernels kernels, Probe probe, Slots slots) {
    this.plan = plan;
    this.timesteps = timesteps;
    this.inputCheck = new InputCheck(plan.inputShape(), plan.inputKind(), timesteps);
    this.runners =
        plan.stages().stream()
            .map(stage -> runner(stage, kernels, slots, probe))
            .toArray(StageRunner[]::new);
  }

  private StageRunner runner(Stage stage, Kernels kernels, Slots slots, Probe probe) {
    return switch (stage) {
      case InputStage input -> new InputRunner(input, plan.inputKind(), slots);
      case SumStage sum -> new SumRunner(sum, kernels, slots);
      case ConnectionStage connection -> new ConnectionRunner(connection, kernels, slots);
      case SparseStage sparse -> new SparseRunner(sparse, slots);
      case SynapseStage synapse -> new SynapseRunner(synapse, kernels, slots);
      case DelayStage delay -> new DelayRunner(delay, slots);
      case DelayInputStage delay -> new DelayInputRunner(delay, slots);
      case AmplitudeStage amplitude -> new AmplitudeRunner(amplitude, slots);
      case PoolStage pool -> new PoolRunner(pool, slots);
      case PopulationStage population -> new PopulationRunner(population, kernels, slots, probe);
    };
  }

  List<StageRunner> runners() {
    return List.of(runners);
  }

  @Override
  public InferenceRecord newRecord() {
    return new InferenceRecord(plan.layers().size(), timesteps, plan.outputShape());
  }

  @Override
  public void run(long sample, EncodedInput input, InferenceRecord record) {
    begin(sample, input, record);
    run(Member.ALONE, input, record);
  }

  /** Checks the input and empties the record. */
  void begin(long sample, EncodedInput input, InferenceRecord record) {
    inputCheck.check(input);
    record.begin(sample, input);
  }

  /** Runs a thread's part of an inference that has begun. */
  void run(Member member, EncodedInput input, InferenceRecord record) {
    for (StageRunner runner : runners) {
      runner.begin(member, input);
    }
    member.await();
    for (int t = 0; t < timesteps; t++) {
      runTimestep(member, t, record);
    }
    for (StageRunner runner : runners) {
      if (member.isFirst()) {
        runner.end(timesteps - 1, record);
      }
    }
  }

  private void runTimestep(Member member, int timestep, InferenceRecord record) {
    for (StageRunner runner : runners) {
      if (timestep == 0 || !runner.constant()) {
        runner.run(member, timestep, record);
        member.await();
      }
    }
  }
}

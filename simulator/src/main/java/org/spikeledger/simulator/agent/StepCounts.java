package org.spikeledger.simulator.agent;

import java.util.List;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.run.InferenceListener;

/**
 * Adds up counters by environment step: timestep 0..T-1 is that of the step, whatever an inference
 * is. Used by one thread.
 *
 * <p>Where state is carried the observation is recorded as events at every timestep. A layer that
 * nothing else reaches counts it as what it is, a directly encoded current that is held, so that
 * carried and zeroed agents are counted alike.
 */
final class StepCounts implements InferenceListener {

  private final List<LayerFacts> facts;
  private final Counters total;
  private final boolean isCarried;
  private long steps;

  StepCounts(AgentNetwork network) {
    facts = network.facts();
    total = new Counters(facts.size(), network.settings().timesteps());
    isCarried = network.settings().state() == StateRule.CARRIED;
  }

  @Override
  public void onInference(InferenceRecord record, int label) {
    Counters counters = record.counters();
    steps += counters.timesteps() / total.timesteps();
    for (LayerFacts layer : facts) {
      for (int t = 0; t < counters.timesteps(); t++) {
        for (Primitive primitive : Primitive.ALL) {
          long value = value(counters, layer, t, primitive);
          total.add(layer.layer().index(), t % total.timesteps(), primitive, value);
        }
      }
    }
  }

  private long value(Counters counters, LayerFacts layer, int timestep, Primitive primitive) {
    int index = layer.layer().index();
    boolean held = isCarried && layer.directlyEncoded() && layer.sources().isEmpty();
    boolean arrives = timestep % total.timesteps() == 0;
    Primitive counted =
        held && primitive == Primitive.DIRECT_MULTIPLY_ACCUMULATES
            ? Primitive.MULTIPLY_ACCUMULATES
            : primitive;
    boolean absent =
        held
            && switch (primitive) {
              case EVENTS_IN,
                  MULTIPLY_ACCUMULATES,
                  EFFECTIVE_MULTIPLY_ACCUMULATES,
                  DIRECT_MULTIPLY_ACCUMULATES ->
                  !arrives;
              case POOLED_MULTIPLY_ACCUMULATES, EXPANDED_ACCUMULATES, BORDERLESS_FAN_OUT -> true;
              default -> false;
            };
    return absent ? 0 : counters.get(index, timestep, counted);
  }

  /** Adds those of other episodes. */
  void addAll(StepCounts other) {
    steps += other.steps;
    total.addAll(other.total);
  }

  /** Environment steps so far. */
  long steps() {
    return steps;
  }

  /** Sums over the environment steps, by timestep of a step. */
  Counts counts() {
    return total.snapshot();
  }
}

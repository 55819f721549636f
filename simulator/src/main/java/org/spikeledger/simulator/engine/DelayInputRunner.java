package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.plan.DelayInputStage;
import org.spikeledger.simulator.plan.Source;

/**
 * Gives a delay what arrived, after it has sent what was due. The first thread writes the delay,
 * which it alone reads in later timesteps.
 */
final class DelayInputRunner implements UndividedRunner {

  private final DelayInputStage stage;
  private final Slots slots;

  DelayInputRunner(DelayInputStage stage, Slots slots) {
    this.stage = stage;
    this.slots = slots;
  }

  @Override
  public boolean constant() {
    return false;
  }

  @Override
  public void run(int timestep, InferenceRecord record) {
    Source arriving = stage.arriving();
    slots
        .delayLine(stage.slot())
        .receive(slots.events(arriving.slot()), arriving.permutation(), true);
  }
}

package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.plan.AmplitudeStage;

/**
 * Passes spikes on with the value of their population. The first thread writes the events when the
 * spikes stand; later stages read them.
 */
final class AmplitudeRunner implements UndividedRunner {

  private final AmplitudeStage stage;
  private final Slots slots;
  private final EventList events;

  AmplitudeRunner(AmplitudeStage stage, Slots slots) {
    this.stage = stage;
    this.slots = slots;
    this.events = slots.putEvents(stage.slot(), new EventList(stage.layout(), true, false));
  }

  @Override
  public boolean constant() {
    return false;
  }

  @Override
  public void run(int timestep, InferenceRecord record) {
    EventList spikes = slots.events(stage.source());
    events.clear();
    for (int e = 0; e < spikes.count(); e++) {
      events.add(spikes.index(e), spikes.value(e) * stage.amplitude(), 1);
    }
    events.close();
  }
}

package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.plan.DelayStage;
import org.spikeledger.simulator.plan.Source;

/**
 * Sends the events of a delay whose time has come. The first thread writes them when the stage's
 * turn comes; later stages read them.
 */
final class DelayRunner implements UndividedRunner {

  private final DelayStage stage;
  private final Slots slots;
  private final DelayLine line;
  private final EventList events;

  DelayRunner(DelayStage stage, Slots slots) {
    this.stage = stage;
    this.slots = slots;
    this.line = slots.putDelayLine(stage.slot(), new DelayLine(stage.delays()));
    this.events =
        slots.putEvents(stage.slot(), new EventList(stage.layout(), !stage.binary(), true));
  }

  @Override
  public boolean constant() {
    return false;
  }

  @Override
  public void begin(EncodedInput input) {
    line.begin();
  }

  @Override
  public void run(int timestep, InferenceRecord record) {
    if (stage.arriving().isPresent()) {
      Source arriving = stage.arriving().get();
      line.receive(slots.events(arriving.slot()), arriving.permutation(), false);
    }
    line.send(events);
  }

  @Override
  public void end(int lastTimestep, InferenceRecord record) {
    record.counters().add(stage.layer(), lastTimestep, Primitive.UNDELIVERED, line.inFlight());
  }
}

package org.spikeledger.simulator.engine;

import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.plan.InputStage;

/**
 * Puts the input's events into their slot. The first thread writes them, those of a constant input
 * once an inference; later stages read them.
 */
final class InputRunner implements UndividedRunner {

  private final InputStage stage;
  private final EventList events;
  private EncodedInput input;

  InputRunner(InputStage stage, ValueKind kind, Slots slots) {
    this.stage = stage;
    this.events =
        slots.putEvents(
            stage.slot(), new EventList(stage.layout(), kind != ValueKind.BINARY, false));
  }

  @Override
  public boolean constant() {
    return stage.constant();
  }

  @Override
  public void begin(EncodedInput encoded) {
    input = encoded;
  }

  @Override
  public void run(int timestep, InferenceRecord record) {
    switch (input) {
      case DirectInput direct -> addAnalog(direct);
      case EventInput stream when stream.kind() == ValueKind.BINARY ->
          events.takeWritten(stream.copyIndices(timestep, events.indices()));
      case EventInput stream -> addGraded(stream, timestep);
    }
  }

  private void addGraded(EventInput stream, int timestep) {
    events.clear();
    for (int e = stream.start(timestep); e < stream.start(timestep + 1); e++) {
      events.add(stream.index(e), stream.value(e), 1);
    }
    events.close();
  }

  private void addAnalog(DirectInput direct) {
    events.clear();
    for (int i = 0; i < direct.size(); i++) {
      float value = direct.value(i);
      if (value != 0f) {
        events.add(i, value, 1);
      }
    }
    events.close();
  }
}

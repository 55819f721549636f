package org.spikeledger.simulator.engine;

import java.util.Arrays;
import java.util.List;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.plan.PoolStage;

/**
 * Gathers the events of each window. Each thread writes the events of its target rows into a list
 * of its own; when all have, each puts these into the stage's events behind those of the threads
 * before it.
 */
final class PoolRunner implements StageRunner {

  private final PoolStage stage;
  private final Slots slots;
  private final EventList events;
  private final PoolShare[] shares;
  private final EventList[] lists;

  PoolRunner(PoolStage stage, Slots slots) {
    this.stage = stage;
    this.slots = slots;
    this.events = slots.putEvents(stage.slot(), list(stage));
    List<Member> members = slots.members();
    boolean alone = members.size() == 1;
    this.shares =
        members.stream()
            .map(each -> new PoolShare(stage, alone ? events : list(stage)))
            .toArray(PoolShare[]::new);
    this.lists = Arrays.stream(shares).map(PoolShare::events).toArray(EventList[]::new);
  }

  private static EventList list(PoolStage stage) {
    return new EventList(stage.layout(), true, true);
  }

  @Override
  public boolean constant() {
    return stage.constant();
  }

  @Override
  public void begin(Member member, EncodedInput input) {}

  @Override
  public void run(Member member, int timestep, InferenceRecord record) {
    int rows = stage.layout().rows();
    EventList arriving = slots.events(stage.source());
    shares[member.part()].run(arriving, member.from(rows), member.to(rows));
    if (member.parts() > 1) {
      member.await();
      events.take(lists, member, stage.layout().columns());
    }
  }
}

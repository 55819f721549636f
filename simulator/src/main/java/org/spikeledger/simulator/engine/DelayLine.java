package org.spikeledger.simulator.engine;

import java.util.Optional;
import org.spikeledger.simulator.plan.Delays;
import org.spikeledger.simulator.plan.Permutation;

/**
 * Events on their way, in a ring with a place for each timestep ahead. Written and read by the
 * engine's one thread.
 */
final class DelayLine {

  private final Delays delays;
  private final WaitingEvents[] ring;
  private int now;

  DelayLine(Delays delays) {
    this.delays = delays;
    this.ring = new WaitingEvents[delays.longest() + 1];
  }

  /** Forgets all events. */
  void begin() {
    now = 0;
    for (WaitingEvents waiting : ring) {
      if (waiting != null) {
        waiting.clear();
      }
    }
  }

  /**
   * Takes events that arrive in the timestep that is being run.
   *
   * @param sent whether this timestep's events have been sent already
   */
  void receive(EventList events, Optional<Permutation> permutation, boolean sent) {
    for (int e = 0; e < events.count(); e++) {
      int index = events.index(e);
      int at = permutation.isPresent() ? permutation.get().of(index) : index;
      int ahead = sent ? delays.of(at) - 1 : delays.of(at);
      waiting((now + ahead) % ring.length).add(at, events.value(e), events.gathered(e));
    }
  }

  /** Sends the events of the timestep that is being run, in canonical order. */
  void send(EventList into) {
    into.clear();
    if (ring[now] != null) {
      ring[now].moveTo(into);
    }
    into.close();
    now = (now + 1) % ring.length;
  }

  /** How many events are on their way. */
  long inFlight() {
    long count = 0;
    for (WaitingEvents waiting : ring) {
      count += waiting == null ? 0 : waiting.count();
    }
    return count;
  }

  private WaitingEvents waiting(int place) {
    if (ring[place] == null) {
      ring[place] = new WaitingEvents();
    }
    return ring[place];
  }
}

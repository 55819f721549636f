package org.spikeledger.simulator.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

class EventInputTest {

  @Test
  void inputsThatFollowOneAnotherKeepTheirEventsInTheirTimesteps() {
    EventInput first = new EventInput(Shape.of(4), new int[] {0, 1, 3}, new int[] {2, 0, 3}, null);
    EventInput second = new EventInput(Shape.of(4), new int[] {0, 1}, new int[] {1}, null);
    EventInput both = EventInput.concatenated(List.of(first, second));
    assertEquals(3, both.timesteps());
    assertEquals(List.of(2), events(both, 0));
    assertEquals(List.of(0, 3), events(both, 1));
    assertEquals(List.of(1), events(both, 2));
  }

  @Test
  void moreEventsThanAnArrayHoldsAreRefused() {
    int events = 1 << 16;
    int[] all = new int[events];
    for (int i = 0; i < events; i++) {
      all[i] = i;
    }
    EventInput one = new EventInput(Shape.of(events), new int[] {0, events}, all, null);
    List<EventInput> many = Collections.nCopies(1 << 15, one);
    assertEquals(
        "inputs that follow one another have at most 2147483639 events: events=2147483648"
            + " inputs=32768",
        assertThrows(BadInputException.class, () -> EventInput.concatenated(many)).getMessage());
  }

  private static List<Integer> events(EventInput input, int timestep) {
    return IntStream.range(input.start(timestep), input.start(timestep + 1))
        .mapToObj(input::index)
        .toList();
  }
}

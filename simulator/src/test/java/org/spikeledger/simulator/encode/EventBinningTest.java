package org.spikeledger.simulator.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.EventRecording;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

class EventBinningTest {

  private static final Shape INPUT = Shape.of(2, 3, 4);

  private static RecordingSource source(
      EventRecording recording, EventBinning binning, Shape shape) {
    return new RecordingSource(
        "events:e.csv", List.of(recording), Optional.of(new int[] {5}), binning, shape);
  }

  private static EventBinning parts(int timesteps) {
    return new EventBinning(timesteps, OptionalLong.empty());
  }

  /** The value of a place in a timestep. */
  private static float value(EventInput input, int timestep, int canonical) {
    for (int e = input.start(timestep); e < input.start(timestep + 1); e++) {
      if (input.index(e) == canonical) {
        return input.value(e);
      }
    }
    return 0;
  }

  @Test
  void moreTimestepsThanARunMayHaveAndLongerRecordingsAreRefused() {
    assertThrows(BadInputException.class, () -> parts((1 << 16) + 1));
    EventRecording longest =
        EventRecording.builder().event(0, 0, true, 0).event(0, 0, true, (1L << 47) - 1).build();
    EventInput input = (EventInput) source(longest, parts(1 << 16), Shape.of(1, 1, 1)).input(0);
    assertEquals(1, value(input, (1 << 16) - 1, 0), "the last event falls into the last timestep");
    EventRecording longer =
        EventRecording.builder().event(0, 0, true, 0).event(0, 0, true, 1L << 47).build();
    assertThrows(BadInputException.class, () -> source(longer, parts(1 << 16), Shape.of(1, 1, 1)));
  }

  @Test
  void aRecordingIsCutIntoEqualParts() {
    EventRecording recording =
        EventRecording.builder()
            .event(0, 0, false, 100)
            .event(1, 0, true, 149)
            .event(2, 2, true, 150)
            .event(3, 1, false, 199)
            .build();
    RecordingSource source = source(recording, parts(2), INPUT);
    assertEquals(ValueKind.BINARY, source.kind());
    assertEquals(5, source.label(0));
    EventInput input = (EventInput) source.input(0);
    assertEquals(1, value(input, 0, 0), "row 0, column 0, off");
    assertEquals(1, value(input, 0, 3), "row 0, column 1, on");
    assertEquals(1, value(input, 1, 21), "row 2, column 2, on");
    assertEquals(1, value(input, 1, 14), "row 1, column 3, off");
    assertEquals(4, input.size());
  }

  @Test
  void aWindowLeavesOutWhatComesLater() {
    EventRecording recording =
        EventRecording.builder()
            .event(0, 0, false, 7)
            .event(0, 0, false, 16)
            .event(0, 0, false, 17)
            .event(0, 0, false, 27)
            .build();
    RecordingSource source = source(recording, new EventBinning(2, OptionalLong.of(10)), INPUT);
    assertEquals(ValueKind.GRADED, source.kind());
    EventInput input = (EventInput) source.input(0);
    assertEquals(2, value(input, 0, 0));
    assertEquals(1, value(input, 1, 0));
    assertEquals(2, input.size());
  }

  @Test
  void theEncoderSaysWhetherPlacesHaveSeveralEvents() {
    EventRecording one = EventRecording.builder().event(0, 0, false, 0).build();
    EventRecording two =
        EventRecording.builder().event(0, 0, false, 0).event(0, 0, false, 1).build();
    EventBinning window = new EventBinning(1, OptionalLong.of(10));
    assertEquals("events timesteps=3", source(one, parts(3), INPUT).encoder());
    assertEquals("events timesteps=1 graded", source(two, parts(1), INPUT).encoder());
    assertEquals("events window=10", source(one, window, INPUT).encoder());
    assertEquals("events window=10 graded", source(two, window, INPUT).encoder());
  }

  @Test
  void everyEventIsCountedOnceWhateverItsOrder() {
    long seed = 11;
    Random random = new Random(seed);
    EventRecording.Builder builder = EventRecording.builder();
    float[][] expected = new float[5][12];
    for (int i = 0; i < 1000; i++) {
      int x = random.nextInt(4);
      int y = random.nextInt(3);
      int time = random.nextInt(5000);
      builder.event(x, y, random.nextBoolean(), time);
      expected[time / 1000][4 * y + x]++;
    }
    builder.event(0, 0, true, 0).event(0, 0, true, 4999);
    expected[0][0]++;
    expected[4][0]++;
    RecordingSource source = source(builder.build(), parts(5), Shape.of(1, 3, 4));
    EventInput input = (EventInput) source.input(0);
    for (int t = 0; t < 5; t++) {
      for (int i = 0; i < 12; i++) {
        assertEquals(expected[t][i], value(input, t, i), "seed=" + seed);
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    EventRecording outside = EventRecording.builder().event(4, 0, true, 0).build();
    assertEquals(
        "an event lies within the input: x=4 y=0 event=0 input=(2, 3, 4) sample=0"
            + " dataset=events:e.csv",
        assertThrows(BadInputException.class, () -> source(outside, parts(1), INPUT)).getMessage());
    EventRecording inside = EventRecording.builder().event(0, 0, true, 0).build();
    assertThrows(BadInputException.class, () -> source(inside, parts(1), Shape.of(3, 3, 4)));
    assertThrows(BadInputException.class, () -> source(inside, parts(1), Shape.of(24)));
    assertThrows(BadInputException.class, () -> parts(0));
    assertThrows(BadInputException.class, () -> new EventBinning(1, OptionalLong.of(0)));
    EventRecording endless =
        EventRecording.builder()
            .event(0, 0, true, Long.MIN_VALUE)
            .event(0, 0, true, Long.MAX_VALUE)
            .build();
    assertThrows(BadInputException.class, () -> source(endless, parts(1), INPUT));
  }
}

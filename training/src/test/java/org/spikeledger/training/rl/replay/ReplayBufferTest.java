package org.spikeledger.training.rl.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.environment.Step;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

/** Observation n of the whole history is (n); a step from it has the reward n. */
@WithLibtorch
class ReplayBufferTest {
  private static final int EPISODE = 7;

  private static ReplayBuffer filled(int capacity, boolean bytes, int episodes) {
    ReplayBuffer buffer = new ReplayBuffer(capacity, 1, bytes);
    int number = 0;
    for (int episode = 0; episode < episodes; episode++) {
      buffer.begin(new float[] {number});
      for (int i = 1; i <= EPISODE; i++) {
        buffer.add(number % 3, new Step(number, i == EPISODE, false), new float[] {number + 1});
        number++;
      }
      number++;
    }
    return buffer;
  }

  @Test
  void moreThanACheckpointCanKeepIsRefused() {
    for (boolean bytes : new boolean[] {false, true}) {
      BadInputException refused =
          assertThrows(BadInputException.class, () -> new ReplayBuffer(1 << 19, 7056, bytes));
      assertTrue(refused.getMessage().contains("capacity=524288"), refused.getMessage());
    }
  }

  @Test
  void aSampledSequenceIsARunOfItsEpisode() {
    long seed = 11;
    for (boolean bytes : new boolean[] {false, true}) {
      Windows windows = filled(100, bytes, 30).sample(new SplittableRandom(seed), 200, 3, 2);
      float[] seen = FloatTensors.values(windows.observations());
      for (int sequence = 0; sequence < windows.sequences(); sequence++) {
        checkSequence(windows, seen, sequence, "seed=" + seed + " sequence=" + sequence);
      }
    }
  }

  private static void checkSequence(Windows windows, float[] seen, int sequence, String message) {
    int first = (int) seen[sequence];
    int place = first % (EPISODE + 1);
    boolean any = false;
    for (int t = 0; t < windows.steps(); t++) {
      int index = t * windows.sequences() + sequence;
      if (windows.isLearned(index)) {
        assertEquals(first + t, seen[index], message);
        assertEquals(first + t, windows.reward(index), message);
        assertEquals((first + t) % 3, windows.action(index), message);
        assertEquals(first + t + 1, seen[index + windows.sequences()], message);
        assertEquals(place + t == EPISODE - 1, windows.isTerminated(index), message);
        any = true;
      }
      assertTrue(!windows.isLearned(index) || place + t < EPISODE, message);
    }
    assertTrue(any, message);
  }

  @Test
  void whatWasOverwrittenIsNotSampled() {
    Windows windows = filled(20, false, 30).sample(new SplittableRandom(3), 500, 1, 0);
    int written = 30 * (EPISODE + 1);
    float[] seen = FloatTensors.values(windows.observations());
    for (int i = 0; i < windows.sequences(); i++) {
      assertTrue(seen[i] >= written - 20, "observation=" + seen[i]);
    }
  }

  @Test
  void bytesHoldWholeNumbersOnly() {
    ReplayBuffer buffer = new ReplayBuffer(4, 1, true);
    for (float value : new float[] {0.5f, -1, 256, Float.NaN}) {
      assertThrows(BadInputException.class, () -> buffer.begin(new float[] {value}));
    }
  }
}

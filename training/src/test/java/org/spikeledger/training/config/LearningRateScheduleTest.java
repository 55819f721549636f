package org.spikeledger.training.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  @Test
  void oneCycleRisesFromA25thToOneAndFallsToA1000th() {
    LearningRateSchedule cycle = new LearningRateSchedule.OneCycle(0.2);
    assertEquals(0.04, cycle.factor(0), 1e-12);
    assertEquals(0.52, cycle.factor(0.1), 1e-12, "half way up");
    assertEquals(1, cycle.factor(0.2), 1e-12);
    assertEquals(0.5005, cycle.factor(0.6), 1e-12, "half way down");
    assertEquals(0.001, cycle.factor(1), 1e-12);
    assertEquals(1, new LearningRateSchedule.OneCycle(0).factor(0), 1e-12);
  }

  @Test
  void eachStepMultipliesTheRateFromItsPointOn() {
    LearningRateSchedule steps = new LearningRateSchedule.Steps(List.of(0.5, 0.8), 0.2);
    assertEquals(1, steps.factor(0.49), 1e-12);
    assertEquals(0.2, steps.factor(0.5), 1e-12);
    assertEquals(0.2, steps.factor(0.79), 1e-12);
    assertEquals(0.04, steps.factor(0.8), 1e-12);
  }
}

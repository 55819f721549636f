package org.spikeledger.training.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** The factor on the learning rate over a stage; its kind is a field of the JSON object. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LearningRateSchedule.OneCycle.class, name = "oneCycle"),
  @JsonSubTypes.Type(value = LearningRateSchedule.Steps.class, name = "steps")
})
public sealed interface LearningRateSchedule {

  /**
   * The factor at a point of the stage.
   *
   * @param progress part of the stage's steps that are done, in [0, 1)
   * @return in [0, 1]
   */
  double factor(double progress);

  /**
   * Rises along a cosine from a 25th to 1, then falls along a cosine to a 1000th.
   *
   * @param warmUp part of the stage that rises, in [0, 1)
   */
  record OneCycle(double warmUp) implements LearningRateSchedule {
    private static final double START = 1.0 / 25;
    private static final double END = 1.0 / 1000;

    /** Refuses values out of range. */
    public OneCycle {
      Rules.require(warmUp >= 0 && warmUp < 1, "it lies in [0, 1)", "warmUp", warmUp);
    }

    @Override
    public double factor(double progress) {
      return progress < warmUp
          ? cosine(START, 1, progress / warmUp)
          : cosine(1, END, (progress - warmUp) / (1 - warmUp));
    }

    private static double cosine(double from, double to, double part) {
      return to + (from - to) * (1 + Math.cos(Math.PI * part)) / 2;
    }
  }

  /**
   * Multiplies the rate by a factor at each of some points.
   *
   * @param at parts of the stage, in (0, 1)
   * @param factor on the rate at each of them
   */
  record Steps(List<Double> at, double factor) implements LearningRateSchedule {
    /** Copies the list; refuses values out of range. */
    public Steps {
      at = List.copyOf(at);
      Rules.require(at.stream().allMatch(p -> p > 0 && p < 1), "they lie in (0, 1)", "at", at);
      Rules.require(factor > 0 && factor <= 1, "it lies in (0, 1]", "factor", factor);
    }

    @Override
    public double factor(double progress) {
      long passed = at.stream().filter(point -> progress >= point).count();
      return Math.pow(factor, (double) passed);
    }
  }
}

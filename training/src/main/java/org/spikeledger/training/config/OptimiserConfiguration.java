package org.spikeledger.training.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How gradients become steps; its kind is a field of the JSON object. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OptimiserConfiguration.Sgd.class, name = "sgd"),
  @JsonSubTypes.Type(value = OptimiserConfiguration.Adam.class, name = "adam"),
  @JsonSubTypes.Type(value = OptimiserConfiguration.AdamW.class, name = "adamW")
})
public sealed interface OptimiserConfiguration {

  /** The largest rate of the stage; the schedule scales it. */
  double learningRate();

  /**
   * Stochastic gradient descent with Nesterov momentum.
   *
   * @param learningRate largest of the stage
   * @param momentum in [0, 1)
   * @param weightDecay added to every gradient, times the weight
   */
  record Sgd(double learningRate, double momentum, double weightDecay)
      implements OptimiserConfiguration {
    /** Refuses values out of range. */
    public Sgd {
      Rules.require(learningRate > 0, "a rate is positive", "learningRate", learningRate);
      Rules.require(momentum > 0 && momentum < 1, "it lies in (0, 1)", "momentum", momentum);
      Rules.require(weightDecay >= 0, "it is not negative", "weightDecay", weightDecay);
    }
  }

  /**
   * Adam in its AMSGrad form.
   *
   * @param learningRate largest of the stage
   */
  record Adam(double learningRate) implements OptimiserConfiguration {
    /** Refuses values out of range. */
    public Adam {
      Rules.require(learningRate > 0, "a rate is positive", "learningRate", learningRate);
    }
  }

  /**
   * Adam in its AMSGrad form, with decay apart from the gradient (Loshchilov and Hutter 2019).
   *
   * @param learningRate largest of the stage
   * @param weightDecay part of each weight that goes at every step, times the rate; biases,
   *     normalisations, thresholds and leaks do not decay
   */
  record AdamW(double learningRate, double weightDecay) implements OptimiserConfiguration {
    /** Refuses values out of range. */
    public AdamW {
      Rules.require(learningRate > 0, "a rate is positive", "learningRate", learningRate);
      Rules.require(weightDecay >= 0, "it is not negative", "weightDecay", weightDecay);
    }
  }
}

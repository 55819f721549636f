package org.spikeledger.simulator.profile;

/**
 * What stands in a spiking neuron's place in the ANN of the same weights. I is its input current, V
 * its threshold; the activation is in spikes a timestep.
 */
public enum AnnRule {
  /** a = max(0, I / V). */
  UNCLIPPED("unclipped", "a = max(0, (gain * I + drift) / threshold)") {
    @Override
    float activation(float relative) {
      return Math.max(0f, relative);
    }
  },
  /** a = min(1, max(0, I / V)): no more than one spike a timestep. */
  CLIPPED("clipped", "a = min(1, max(0, (gain * I + drift) / threshold))") {
    @Override
    float activation(float relative) {
      return Math.min(1f, Math.max(0f, relative));
    }
  };

  private final String key;
  private final String formula;

  AnnRule(String key, String formula) {
    this.key = key;
    this.formula = formula;
  }

  /** The name in JSON and tables. */
  public String key() {
    return key;
  }

  /** The formula in words, for reports. */
  public String formula() {
    return formula;
  }

  abstract float activation(float relative);
}

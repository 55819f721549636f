package org.spikeledger.models.graph;

/** The rules of a population's parameters, given the layer's shape. */
final class PopulationRules {

  private final NodeRules rules;
  private final Shape layer;

  private PopulationRules(String name, Shape layer) {
    this.rules = new NodeRules(name);
    this.layer = layer;
  }

  static void check(String name, Population population, Shape layer) {
    PopulationRules rules = new PopulationRules(name, layer);
    rules.leak("leak", population.leak());
    if (population.leakRounding() == LeakRounding.WHOLE) {
      rules.wholeLeak(population.leak());
    }
    rules.parameter("gain", population.gain());
    rules.parameter("drift", population.drift());
    population.synapse().ifPresent(rules::synapse);
    if (population instanceof Neuron neuron) {
      rules.firing(neuron.firing());
    }
  }

  private void synapse(Synapse synapse) {
    leak("synapticLeak", synapse.leak());
    parameter("synapticGain", synapse.gain());
  }

  private void firing(Firing firing) {
    Tensor threshold = firing.threshold();
    parameter("threshold", threshold);
    parameter("resetValue", firing.resetValue());
    float amplitude = firing.amplitude();
    rules.require(
        amplitude > 0f && Float.isFinite(amplitude),
        "the amplitude of a spike is finite and above 0",
        "amplitude",
        amplitude);
    for (int i = 0; i < threshold.size(); i++) {
      rules.require(
          threshold.get(i) > 0f, "a threshold must be above 0", "threshold", threshold.get(i));
    }
  }

  private void leak(String what, Tensor values) {
    parameter(what, values);
    for (int i = 0; i < values.size(); i++) {
      float leak = values.get(i);
      rules.require(leak >= 0f && leak <= 1f, "a leak lies in 0..1", what, leak);
    }
  }

  private void wholeLeak(Tensor values) {
    for (int i = 0; i < values.size(); i++) {
      float multiplier = values.get(i) * LeakRounding.WHOLE_ONE;
      rules.require(
          multiplier == Math.rint(multiplier),
          "a leak that rounds to whole numbers is a multiple of 2^-15",
          "leak",
          values.get(i));
    }
  }

  private void parameter(String what, Tensor values) {
    rules.parameter(what, values, layer);
  }
}

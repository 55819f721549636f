package org.spikeledger.simulator.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Population;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;

/**
 * The ANN that has the SNN's own weights and a rectifier in place of each neuron; leak, reset and
 * delays are left out, and an integrator passes gain * I + drift on. The network has no cycle. It
 * is not the ANN that was trained before conversion. Event inputs arrive as their mean over the
 * timesteps. One thread uses it.
 */
final class AnnOfSameWeights {

  private final Graph graph;
  private final DenseNodes nodes;
  private final AnnRule rule;
  private final int timesteps;
  private final Map<String, float[]> sent = new HashMap<>();

  AnnOfSameWeights(Graph graph, AnnRule rule, int timesteps) {
    this.graph = graph;
    this.nodes = new DenseNodes(graph);
    this.rule = rule;
    this.timesteps = timesteps;
  }

  void run(EncodedInput input) {
    sent.clear();
    for (String name : graph.topologicalOrder()) {
      Node node = graph.node(name);
      if (node instanceof Input) {
        sent.put(name, mean(input));
      } else if (node instanceof Population population) {
        sent.put(name, activations(population, arriving(name)));
      } else if (node instanceof Delay) {
        sent.put(name, arriving(name));
      } else if (!(node instanceof Output)) {
        sent.put(name, nodes.send(name, arriving(name)));
      }
    }
  }

  /** What a node sent in the last run, by NIR index. */
  float[] sent(String name) {
    return sent.get(name);
  }

  /** What arrived at a node in the last run, by NIR index. */
  float[] arriving(String name) {
    List<String> sources = graph.sources(name);
    float[] sum = sent.get(sources.getFirst());
    if (sources.size() > 1) {
      sum = sum.clone();
      for (String source : sources.subList(1, sources.size())) {
        float[] values = sent.get(source);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += values[i];
        }
      }
    }
    return sum;
  }

  private float[] mean(EncodedInput input) {
    if (input instanceof DirectInput) {
      return SentValues.input(input, 0);
    }
    float[] mean = new float[input.shape().size()];
    for (int t = 0; t < timesteps; t++) {
      float[] values = SentValues.input(input, t);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += values[i] / timesteps;
      }
    }
    return mean;
  }

  private float[] activations(Population population, float[] arriving) {
    float[] activations = new float[arriving.length];
    for (int i = 0; i < arriving.length; i++) {
      int neuron = i;
      float current =
          population
              .synapse()
              .map(each -> each.gain().get(neuron) * arriving[neuron])
              .orElse(arriving[i]);
      float potential = population.gain().get(i) * current + population.drift().get(i);
      activations[i] =
          population instanceof Neuron firing
              ? rule.activation(potential / firing.firing().threshold().get(i))
              : potential;
    }
    return activations;
  }
}

package org.spikeledger.simulator.profile;

import java.util.stream.Stream;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Tensor;

/**
 * What a network takes up, in float32 words of 4 bytes.
 *
 * @param weights of all connections
 * @param zeroWeights those that are zero
 * @param biases of all connections
 * @param neuronParameters leak, gain, drift, threshold and reset value, leak and gain of a synaptic
 *     current, each a word where it is one for all neurons of a layer
 * @param potentials one a neuron and one a synaptic current, the output's among them
 */
public record Footprint(
    long weights, long zeroWeights, long biases, long neuronParameters, long potentials) {

  private static final int BYTES = 4;

  /** Parameters and potentials, in bytes: NeuroBench's footprint of parameters and buffers. */
  public long bytes() {
    return BYTES * (weights + biases + neuronParameters + potentials);
  }

  /** NeuroBench's connection sparsity: zero weights over weights; 0 where there is no weight. */
  public double connectionSparsity() {
    return weights == 0 ? 0 : (double) zeroWeights / weights;
  }

  static Footprint of(Graph graph) {
    long weights = 0;
    long zero = 0;
    long biases = 0;
    long parameters = 0;
    for (Node node : graph.nodes().values()) {
      if (node instanceof Connection connection) {
        weights += connection.weight().size();
        zero += connection.weight().size() - connection.weight().nonZero();
        biases += connection.bias().map(Tensor::size).orElse(0);
      } else if (node instanceof Population population) {
        parameters += parameters(population);
      }
    }
    long potentials = Layer.of(graph).stream().mapToLong(layer -> state(graph, layer)).sum();
    return new Footprint(weights, zero, biases, parameters, potentials);
  }

  private static long state(Graph graph, Layer layer) {
    boolean current =
        graph.node(layer.name()) instanceof Population population
            && population.synapse().isPresent();
    return (current ? 2L : 1L) * layer.neurons();
  }

  private static long parameters(Population population) {
    Stream<Tensor> ofMembrane = Stream.of(population.leak(), population.gain(), population.drift());
    Stream<Tensor> ofFiring =
        population instanceof Neuron neuron
            ? Stream.of(neuron.firing().threshold(), neuron.firing().resetValue())
            : Stream.of();
    Stream<Tensor> ofSynapse =
        population.synapse().stream().flatMap(each -> Stream.of(each.leak(), each.gain()));
    return Stream.of(ofMembrane, ofFiring, ofSynapse)
        .flatMap(each -> each)
        .mapToLong(Tensor::size)
        .sum();
  }
}

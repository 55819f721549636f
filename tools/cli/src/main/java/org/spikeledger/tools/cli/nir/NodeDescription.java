package org.spikeledger.tools.cli.nir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Synapse;
import org.spikeledger.models.graph.Tensor;

/**
 * A node without its weights.
 *
 * @param name of the node
 * @param type of NIR
 * @param shape of what it sends, in NIR's order
 * @param values how many numbers it stores
 * @param parameters by name, as text: a scalar's value, or a tensor's shape and range
 */
record NodeDescription(
    String name, String type, List<Integer> shape, long values, Map<String, String> parameters) {

  static NodeDescription of(Graph graph, String name) {
    Node node = graph.node(name);
    Map<String, String> parameters = new LinkedHashMap<>();
    long values =
        switch (node) {
          case Connection connection -> describe(connection, parameters);
          case Population population -> describe(population, parameters);
          case Pool pool -> describe(pool, parameters);
          case Delay delay -> {
            parameters.put("timesteps", text(delay.timesteps()));
            yield delay.timesteps().size();
          }
          case Flatten flatten -> describe(flatten, parameters);
          case Input input -> 0;
          case Output output -> {
            if (!output.scale().isAll(1f)) {
              parameters.put("scale", text(output.scale()));
            }
            yield 0;
          }
        };
    return new NodeDescription(
        name, node.type(), graph.shape(name).dimensions(), values, parameters);
  }

  private static long describe(Connection connection, Map<String, String> parameters) {
    parameters.put("weight", text(connection.weight()));
    connection.bias().ifPresent(bias -> parameters.put("bias", text(bias)));
    if (connection instanceof Conv2d conv) {
      parameters.put("stride", conv.stride().toString());
      parameters.put("padding", conv.padding().toString());
      parameters.put("dilation", conv.dilation().toString());
      parameters.put("groups", String.valueOf(conv.groups()));
    }
    return (long) connection.weight().size() + connection.bias().map(Tensor::size).orElse(0);
  }

  private static long describe(Population population, Map<String, String> parameters) {
    long values = population.synapse().map(each -> describe(each, parameters)).orElse(0L);
    parameters.put("leak", text(population.leak()));
    if (population.leakRounding() != LeakRounding.FLOAT32) {
      parameters.put("leakRounding", population.leakRounding().name());
    }
    parameters.put("gain", text(population.gain()));
    parameters.put("drift", text(population.drift()));
    if (population instanceof Neuron neuron) {
      values += describe(neuron.firing(), parameters);
    }
    return values + population.leak().size() + population.gain().size() + population.drift().size();
  }

  private static long describe(Synapse synapse, Map<String, String> parameters) {
    parameters.put("synapticLeak", text(synapse.leak()));
    parameters.put("synapticGain", text(synapse.gain()));
    parameters.put("currentRule", synapse.rule().toString());
    return (long) synapse.leak().size() + synapse.gain().size();
  }

  private static long describe(Firing firing, Map<String, String> parameters) {
    parameters.put("threshold", text(firing.threshold()));
    parameters.put("thresholdRule", firing.thresholdRule().toString());
    parameters.put("spikeRule", firing.spikeRule().toString());
    parameters.put("resetRule", firing.resetRule().toString());
    return firing.threshold().size();
  }

  private static long describe(Pool pool, Map<String, String> parameters) {
    parameters.put("kernel", pool.kernel().toString());
    parameters.put("stride", pool.stride().toString());
    parameters.put("padding", pool.padding().toString());
    return 0;
  }

  private static long describe(Flatten flatten, Map<String, String> parameters) {
    parameters.put("startDimension", String.valueOf(flatten.startDimension()));
    parameters.put("endDimension", String.valueOf(flatten.endDimension()));
    return 0;
  }

  private static String text(Tensor tensor) {
    float least = tensor.get(0);
    float largest = least;
    for (int i = 1; i < tensor.size(); i++) {
      least = Math.min(least, tensor.get(i));
      largest = Math.max(largest, tensor.get(i));
    }
    String range = least == largest ? String.valueOf(least) : least + " to " + largest;
    return tensor.size() == 1 ? range : tensor.shape() + " " + range;
  }
}

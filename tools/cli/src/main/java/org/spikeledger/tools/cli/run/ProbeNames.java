package org.spikeledger.tools.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.simulator.engine.ProbedLayer;

/** Probes as a person names them: {@code LAYER}, or {@code LAYER:NEURON} with NIR's index. */
final class ProbeNames {

  private ProbeNames() {}

  static List<ProbedLayer> parse(List<String> names, Graph graph) {
    Map<Integer, TreeSet<Integer>> neurons = new TreeMap<>();
    for (String name : names) {
      int colon = name.lastIndexOf(':');
      Layer layer = layer(colon < 0 ? name : name.substring(0, colon), graph);
      TreeSet<Integer> chosen = neurons.computeIfAbsent(layer.index(), _ -> new TreeSet<>());
      if (colon < 0) {
        IntStream.range(0, layer.neurons()).forEach(chosen::add);
      } else {
        int nirIndex = neuron(name, name.substring(colon + 1), layer);
        chosen.add(CanonicalOrder.of(graph.shape(layer.name())).fromNir(nirIndex));
      }
    }
    List<ProbedLayer> probes = new ArrayList<>();
    neurons.forEach((layer, chosen) -> probes.add(new ProbedLayer(layer, List.copyOf(chosen))));
    return probes;
  }

  private static Layer layer(String name, Graph graph) {
    List<Layer> layers = Layer.of(graph);
    return layers.stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "a probe names a layer of the network: probe=%s known=%s"
                        .formatted(
                            name, String.join(",", layers.stream().map(Layer::name).toList()))));
  }

  private static int neuron(String probe, String text, Layer layer) {
    if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) < layer.neurons()) {
      return Integer.parseInt(text);
    }
    throw new BadInputException(
        "a probe names a neuron of its layer: probe=%s neurons=%d"
            .formatted(probe, layer.neurons()));
  }
}

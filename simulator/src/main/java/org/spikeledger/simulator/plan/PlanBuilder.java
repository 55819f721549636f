package org.spikeledger.simulator.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.graph.ValueKinds;

/** Turns nodes into stages, in topological order. */
final class PlanBuilder {

  private final Graph graph;
  private final ValueKind inputKind;
  private final ValueKinds kinds;
  private final List<Layer> layers;
  private final Map<String, Integer> layerOf = new HashMap<>();
  private final Map<String, Sent> sent = new HashMap<>();
  private final List<Stage> stages = new ArrayList<>();
  private int slots;

  PlanBuilder(Graph graph, ValueKind inputKind) {
    this.graph = graph;
    this.inputKind = inputKind;
    this.kinds = ValueKinds.of(graph, inputKind);
    this.layers = Layer.of(graph);
    for (Layer layer : layers) {
      layerOf.put(layer.name(), layer.index());
      layer.connections().forEach(name -> layerOf.put(name, layer.index()));
    }
  }

  Plan build() {
    for (String name : graph.topologicalOrder()) {
      sent.put(name, plan(name, graph.node(name)));
    }
    return new Plan(graph.shape(graph.inputName()), inputKind, List.copyOf(stages), slots, layers);
  }

  private Sent plan(String name, Node node) {
    return switch (node) {
      case Input input -> {
        Layout layout = Layout.of(input.shape());
        yield add(new InputStage(name, slots++, layout, kinds.isConstant(name)), false);
      }
      case Flatten _ -> events(name);
      case Pool pool -> {
        Sent source = events(name);
        yield add(
            new PoolStage(
                name,
                slots++,
                Layout.of(graph.shape(name)),
                kinds.isConstant(name),
                source.slot(),
                source.layout(),
                pool),
            false);
      }
      case Connection connection -> add(connection(name, connection), true);
      case Neuron _, Output _ -> add(population(name, node), false);
    };
  }

  private Sent add(Stage stage, boolean currents) {
    stages.add(stage);
    return new Sent(stage.slot(), stage.layout(), currents);
  }

  private ConnectionStage connection(String name, Connection connection) {
    Sent source = events(name);
    Layout target = Layout.of(graph.shape(name));
    Window window =
        connection instanceof Conv2d conv ? Window.of(conv) : Window.whole(source.layout());
    int borderlessTaps = connection instanceof Conv2d ? window.taps() : 1;
    PackedWeights weights = PackedWeights.of(connection, source.layout(), target);
    return new ConnectionStage(
        name,
        slots++,
        target,
        kinds.isConstant(name),
        source.slot(),
        source.layout(),
        layerOf.get(name),
        kinds.arriving(name) == ValueKind.BINARY,
        kinds.arrivesPooled(name),
        window,
        Windows.of(window, source.layout(), target),
        weights,
        FanOut.of(window, weights, source.layout(), target, borderlessTaps));
  }

  private PopulationStage population(String name, Node node) {
    Layout layout = Layout.of(graph.shape(name));
    NeuronBits always = new NeuronBits(layout);
    for (String source : graph.sources(name)) {
      if (graph.node(source) instanceof Connection connection) {
        connection.bias().ifPresent(bias -> markBiased(always, layout, bias.toArray()));
      }
    }
    if (node instanceof Neuron neuron) {
      for (int i = 0; i < layout.size(); i++) {
        if (neuron.drift().get(i) != 0f) {
          always.set(layout.order().fromNir(i));
        }
      }
    }
    return new PopulationStage(
        name,
        slots++,
        layout,
        layerOf.get(name),
        node instanceof Output,
        sources(name, layout),
        NeuronParameters.of(node, layout),
        always);
  }

  private static void markBiased(NeuronBits always, Layout layout, float[] bias) {
    for (int pixel = 0; pixel < layout.pixels(); pixel++) {
      for (int channel = 0; channel < bias.length; channel++) {
        if (bias[channel] != 0f) {
          always.setChannel(pixel, channel);
        }
      }
    }
  }

  private List<Source> sources(String name, Layout target) {
    List<Source> sources = new ArrayList<>();
    for (String source : graph.sources(name)) {
      Sent from = sent.get(source);
      boolean agree = from.layout().shape().equals(target.shape());
      sources.add(
          new Source(
              from.slot(),
              from.currents(),
              kinds.isConstant(source),
              kinds.sent(source) == ValueKind.BINARY,
              kinds.isPooled(source),
              agree ? Optional.empty() : Optional.of(Permutation.between(from.layout(), target))));
    }
    return List.copyOf(sources);
  }

  /**
   * The events that arrive at a node which is no population: made of currents, or summed, if need
   * be.
   */
  private Sent events(String name) {
    List<String> sources = graph.sources(name);
    Sent only = sent.get(sources.getFirst());
    if (sources.size() == 1 && !only.currents()) {
      return only;
    }
    Layout layout = Layout.of(graph.inputShape(name));
    boolean constant = kinds.arrivesConstant(name);
    return add(new SumStage(name, slots++, layout, constant, sources(name, layout)), false);
  }

  /**
   * What a node left behind.
   *
   * @param slot where
   * @param layout how
   * @param currents whether a connection's currents; else events
   */
  private record Sent(int slot, Layout layout, boolean currents) {}
}

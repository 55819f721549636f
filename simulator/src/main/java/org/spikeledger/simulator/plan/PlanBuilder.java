package org.spikeledger.simulator.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiFunction;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Integrator;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.graph.ValueKinds;

/** Turns nodes into stages, in topological order. */
final class PlanBuilder {

  private final Graph graph;
  private final ValueKind inputKind;
  private final ValueKinds kinds;
  private final WholeEvents wholeEvents;
  private final List<Layer> layers;
  private final Map<String, Integer> layerOf;
  private final Map<String, Sent> sent = new HashMap<>();
  private final Map<Edge, Sent> previous = new HashMap<>();
  private final List<String> delaysThatHoldBackAll = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private int slots;

  PlanBuilder(Graph graph, ValueKind inputKind) {
    this.graph = graph;
    this.inputKind = inputKind;
    this.kinds = ValueKinds.of(graph, inputKind);
    this.wholeEvents = WholeEvents.of(graph, inputKind);
    this.layers = Layer.of(graph);
    this.layerOf = Layer.rows(graph);
  }

  Plan build() {
    SortedSet<Edge> recurrent = graph.cycleCut().previousTimestep();
    recurrent.forEach(edge -> previous.put(edge, previousTimestep(edge)));
    for (String name : graph.topologicalOrder()) {
      sent.put(name, plan(name, graph.node(name)));
    }
    recurrent.forEach(
        edge -> addDelayInput(edge.toString(), previous.get(edge), events(edge.source())));
    for (String name : delaysThatHoldBackAll) {
      addDelayInput(name, sent.get(name), arriving(name));
    }
    return new Plan(
        graph.shape(graph.inputName()),
        inputKind,
        graph.shape(graph.outputName()),
        List.copyOf(stages),
        slots,
        layers);
  }

  private Sent plan(String name, Node node) {
    return switch (node) {
      case Input input -> {
        Layout layout = Layout.of(input.shape());
        yield add(new InputStage(name, slots++, layout, kinds.isConstant(name)), false);
      }
      case Flatten _ -> arriving(name);
      case Delay delay -> delay(name, delay);
      case Pool pool -> {
        Sent source = arrivingInShape(name);
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
      case Scale scale -> sparse(name, (from, to) -> SparseWeights.of(scale, from, to));
      case SparseLinear linear ->
          sparse(name, (from, to) -> SparseWeights.of(linear.matrix(), from));
      case Connection connection -> add(connection(name, connection), true);
      case Population population when needsSynapseStage(population) ->
          populationBehindSynapse(name, population);
      case Population _, Output _ ->
          spikes(name, slots++, sources(name, Layout.of(graph.shape(name))));
    };
  }

  private Sent add(Stage stage, boolean currents) {
    stages.add(stage);
    return new Sent(stage.slot(), stage.layout(), currents);
  }

  private ConnectionStage connection(String name, Connection connection) {
    boolean slides = connection instanceof Conv2d || connection instanceof Conv1d;
    Sent source = slides ? arrivingInShape(name) : arriving(name);
    Layout target = Layout.of(graph.shape(name));
    Window window =
        switch (connection) {
          case Conv2d conv -> Window.of(conv);
          case Conv1d conv -> Window.of(conv.asConv2d());
          default -> Window.whole(source.layout());
        };
    int borderlessTaps = slides ? window.taps() : 1;
    RowChoice rows = RowChoice.of(connection, wholeEvents.largestArrivingAt(name));
    PackedWeights weights = PackedWeights.of(connection, source.layout(), target, rows);
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

  private Sent sparse(String name, BiFunction<Layout, Layout, SparseWeights> weights) {
    Sent source = arriving(name);
    Layout target = Layout.of(graph.shape(name));
    return add(
        new SparseStage(
            name,
            slots++,
            target,
            kinds.isConstant(name),
            source.slot(),
            layerOf.get(name),
            kinds.arriving(name) == ValueKind.BINARY,
            kinds.arrivesPooled(name),
            weights.apply(source.layout(), target)),
        true);
  }

  private static boolean needsSynapseStage(Population population) {
    return population instanceof Integrator || population.synapse().isPresent();
  }

  private Sent populationBehindSynapse(String name, Population population) {
    Layout layout = Layout.of(graph.shape(name));
    boolean sendsPotentials = population instanceof Integrator;
    int synapseSlot = slots++;
    int slot = slots++;
    stages.add(
        new SynapseStage(
            name,
            synapseSlot,
            layout,
            layerOf.get(name),
            sources(name, layout),
            population.synapse().map(synapse -> SynapseParameters.of(synapse, layout)),
            slot,
            sendsPotentials,
            AlwaysVisited.of(graph, name, layout)));
    Sent spikes = spikes(name, slot, List.of(Source.ofCurrents(synapseSlot)));
    return sendsPotentials
        ? add(new SumStage(name, slots++, layout, false, List.of(Source.ofCurrents(slot))), false)
        : spikes;
  }

  /** A population, and behind it the stage that gives its spikes another value than 1. */
  private Sent spikes(String name, int slot, List<Source> sources) {
    Sent spikes = add(population(name, slot, sources), false);
    float amplitude = graph.node(name) instanceof Neuron neuron ? neuron.firing().amplitude() : 1f;
    return amplitude == 1f
        ? spikes
        : add(new AmplitudeStage(name, slots++, spikes.layout(), slot, amplitude), false);
  }

  private PopulationStage population(String name, int slot, List<Source> sources) {
    Node node = graph.node(name);
    Layout layout = Layout.of(graph.shape(name));
    return new PopulationStage(
        name,
        slot,
        layout,
        layerOf.get(name),
        node instanceof Output,
        sources,
        NeuronParameters.of(node, layout),
        Parameter.of(node instanceof Output output ? output.scale() : Tensor.scalar(1f), layout),
        AlwaysVisited.of(graph, name, layout));
  }

  private Sent previousTimestep(Edge edge) {
    return add(
        new DelayStage(
            edge.toString(),
            slots++,
            Layout.of(graph.shape(edge.source())),
            layerOf.get(edge.target()),
            Delays.ofPreviousTimestep(),
            kinds.sent(edge.source()) == ValueKind.BINARY,
            Optional.empty()),
        false);
  }

  private Sent delay(String name, Delay delay) {
    Layout layout = Layout.of(graph.shape(name));
    boolean holdsBackAll = delay.shortest() >= 1;
    if (holdsBackAll) {
      delaysThatHoldBackAll.add(name);
    }
    Optional<Source> source =
        holdsBackAll ? Optional.empty() : Optional.of(source(name, arriving(name), layout));
    return add(
        new DelayStage(
            name,
            slots++,
            layout,
            layerOf.get(name),
            Delays.of(delay, layout),
            kinds.sent(name) == ValueKind.BINARY,
            source),
        false);
  }

  private void addDelayInput(String name, Sent delay, Sent arriving) {
    stages.add(
        new DelayInputStage(
            name, delay.slot(), delay.layout(), source(name, arriving, delay.layout())));
  }

  private List<Source> sources(String name, Layout target) {
    List<Source> sources = new ArrayList<>();
    for (String source : graph.sources(name)) {
      sources.add(source(source, from(source, name), target));
    }
    return List.copyOf(sources);
  }

  private Source source(String name, Sent from, Layout target) {
    boolean agree = from.layout().shape().equals(target.shape());
    return new Source(
        from.slot(),
        from.currents(),
        kinds.isConstant(name),
        kinds.sent(name) == ValueKind.BINARY,
        kinds.isPooled(name),
        agree ? Optional.empty() : Optional.of(Permutation.between(from.layout(), target)));
  }

  /** What a node sends over one of its edges. */
  private Sent from(String source, String target) {
    Sent earlier = previous.get(new Edge(source, target));
    return earlier == null ? sent.get(source) : earlier;
  }

  /**
   * The events that arrive at a node which is no population: made of currents, or summed, if need
   * be.
   */
  private Sent arriving(String name) {
    List<String> sources = graph.sources(name);
    Sent only = from(sources.getFirst(), name);
    return sources.size() == 1 && !only.currents() ? only : summed(name);
  }

  /**
   * The same for a node that slides a window: behind a Flatten, which leaves events as they lie,
   * they are laid out anew in the shape over which it slides.
   */
  private Sent arrivingInShape(String name) {
    Sent arriving = arriving(name);
    boolean agree = arriving.layout().shape().equals(graph.inputShape(name));
    return agree ? arriving : summed(name);
  }

  private Sent summed(String name) {
    Layout layout = Layout.of(graph.inputShape(name));
    boolean constant = kinds.arrivesConstant(name);
    return add(new SumStage(name, slots++, layout, constant, sources(name, layout)), false);
  }

  /** The events that a node sends: made of currents, if need be. */
  private Sent events(String name) {
    Sent from = sent.get(name);
    return from.currents()
        ? add(
            new SumStage(
                name, slots++, from.layout(), false, List.of(Source.ofCurrents(from.slot()))),
            false)
        : from;
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

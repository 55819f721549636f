package org.spikeledger.simulator.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.graph.ValueKinds;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.InputCheck;
import org.spikeledger.simulator.engine.Probe;

/**
 * Runs a network event by event and addition by addition, from the graph alone. Slow and plain. One
 * thread uses it.
 */
public final class ReferenceEngine implements Engine {

  private final Graph graph;
  private final ValueKinds kinds;
  private final InputCheck inputCheck;
  private final int timesteps;
  private final Probe probe;
  private final List<Layer> layers;
  private final Map<String, Layer> layerOfConnection = new HashMap<>();
  private final Map<String, ReferenceConnection> connections = new HashMap<>();
  private final Map<String, ReferencePool> pools = new HashMap<>();
  private final Map<String, ReferencePopulation> populations = new HashMap<>();
  private final List<AccessWitness> witnesses = new ArrayList<>();
  private final Map<String, ReferenceDelay> delays = new HashMap<>();
  private final Map<String, Integer> rows;
  private final Map<String, Signal> sent = new HashMap<>();
  private final Map<Edge, List<Event>> previous = new TreeMap<>();

  /**
   * A reference without an access witness.
   *
   * @param graph the network
   * @param input the kind of all inputs
   * @param timesteps T, at least 1
   * @param probe watches the potentials
   */
  public ReferenceEngine(Graph graph, ValueKind input, int timesteps, Probe probe) {
    this.graph = graph;
    this.kinds = ValueKinds.of(graph, input);
    this.inputCheck = new InputCheck(graph.shape(graph.inputName()), input, timesteps);
    this.timesteps = timesteps;
    this.probe = probe;
    this.layers = Layer.of(graph);
    this.rows = Layer.rows(graph);
    for (Layer layer : layers) {
      layer.connections().forEach(name -> layerOfConnection.put(name, layer));
      populations.put(layer.name(), new ReferencePopulation(graph, layer));
      witnesses.add(AccessWitness.NONE);
    }
    for (Map.Entry<String, Node> entry : graph.nodes().entrySet()) {
      String name = entry.getKey();
      if (entry.getValue() instanceof Connection) {
        connections.put(name, new ReferenceConnection(graph, name, kinds));
      } else if (entry.getValue() instanceof Pool pool) {
        pools.put(name, new ReferencePool(pool, graph.inputShape(name), graph.shape(name)));
      } else if (entry.getValue() instanceof Delay delay) {
        delays.put(name, new ReferenceDelay(delay, graph.shape(name)));
      }
    }
  }

  /**
   * A reference that also runs every layer by the schedule of a membrane-access model and counts
   * the real loads and stores of its potentials.
   */
  public static ReferenceEngine witnessing(
      MembraneAccess model, Graph graph, ValueKind input, int timesteps) {
    ReferenceEngine engine = new ReferenceEngine(graph, input, timesteps, Probe.NONE);
    for (Layer layer : engine.layers) {
      engine.witnesses.set(layer.index(), AccessWitness.of(model, graph, layer, input, timesteps));
    }
    return engine;
  }

  /** The loads and stores that the witness of a layer counted so far. */
  public MembraneAccess.Access witnessed(int layer) {
    return witnesses.get(layer).counted();
  }

  @Override
  public InferenceRecord newRecord() {
    return new InferenceRecord(layers.size(), timesteps, graph.shape(graph.outputName()));
  }

  @Override
  public void run(long sample, EncodedInput input, InferenceRecord record) {
    inputCheck.check(input);
    record.begin(sample, input);
    populations.values().forEach(ReferencePopulation::begin);
    witnesses.forEach(AccessWitness::begin);
    delays.values().forEach(ReferenceDelay::begin);
    graph.cycleCut().previousTimestep().forEach(edge -> previous.put(edge, List.of()));
    for (int t = 0; t < timesteps; t++) {
      for (String name : graph.topologicalOrder()) {
        if (t == 0 || !kinds.isConstant(name)) {
          sent.put(name, simulate(name, t, input, record));
        }
      }
      hold(t);
    }
    bookUndelivered(record);
    populations.get(graph.outputName()).copyTo(record.output());
  }

  private Signal simulate(String name, int timestep, EncodedInput input, InferenceRecord record) {
    return switch (graph.node(name)) {
      case Input _ -> new Signal.Events(inputEvents(input, timestep));
      case Connection _ -> {
        Layer layer = layerOfConnection.get(name);
        Ledger ledger = new Ledger(record.counters(), layer.index(), timestep);
        boolean feedsDirectly = graph.targets(name).contains(layer.name());
        AccessWitness witness = feedsDirectly ? witnesses.get(layer.index()) : AccessWitness.NONE;
        yield new Signal.Currents(
            connections.get(name).deliver(arrivingInOrder(name), ledger, witness));
      }
      case Pool _ -> new Signal.Events(pools.get(name).deliver(arrivingInOrder(name)));
      case Flatten _ -> new Signal.Events(arriving(name));
      case Delay _ -> {
        ReferenceDelay delay = delays.get(name);
        if (!delay.holdsBackAll()) {
          delay.receive(arriving(name), timestep);
        }
        yield new Signal.Events(delay.send(timestep));
      }
      case Population _, Output _ -> new Signal.Events(update(name, timestep, record));
    };
  }

  /** Keeps what a later timestep receives. */
  private void hold(int timestep) {
    delays.forEach(
        (name, delay) -> {
          if (delay.holdsBackAll()) {
            delay.receive(arriving(name), timestep);
          }
        });
    for (Edge edge : graph.cycleCut().previousTimestep()) {
      String source = edge.source();
      previous.put(edge, sent.get(source).events(graph.shape(source)));
    }
  }

  private void bookUndelivered(InferenceRecord record) {
    delays.forEach((name, delay) -> bookUndelivered(name, delay.inFlight(), record));
    previous.forEach((edge, events) -> bookUndelivered(edge.target(), events.size(), record));
  }

  private void bookUndelivered(String name, int events, InferenceRecord record) {
    new Ledger(record.counters(), rows.get(name), timesteps - 1).add(Primitive.UNDELIVERED, events);
  }

  /** What a node sends over one of its edges. */
  private Signal signal(String source, String target) {
    List<Event> earlier = previous.get(new Edge(source, target));
    return earlier == null ? sent.get(source) : new Signal.Events(earlier);
  }

  private List<Event> update(String name, int timestep, InferenceRecord record) {
    ReferencePopulation population = populations.get(name);
    Layer layer = population.layer();
    Ledger ledger = new Ledger(record.counters(), layer.index(), timestep);
    AccessWitness witness = witnesses.get(layer.index());
    Arrivals arrivals = new Arrivals(layer.neurons());
    for (String source : graph.sources(name)) {
      ReferenceConnection connection = connections.get(source);
      if (connection != null) {
        arrivals.add(connection);
      } else {
        List<Event> events = signal(source, name).events(graph.shape(source));
        arrivals.add(events);
        if (timestep == 0 || !kinds.isConstant(source)) {
          bookOneToOne(source, events, ledger, witness);
        }
      }
    }
    List<Event> spikes =
        population.update(current(name), arrivals, ledger, record.spikes(), witness);
    probe.potentialsAfterReset(timestep, layer.index(), population);
    return spikes;
  }

  /** Books the one-to-one synapses of an edge without weights. */
  private void bookOneToOne(
      String source, List<Event> events, Ledger ledger, AccessWitness witness) {
    boolean constant = kinds.isConstant(source);
    for (Event event : events) {
      ledger.add(Primitive.EVENTS_IN, 1);
      ledger.synapse(
          kinds.sent(source) == ValueKind.BINARY,
          constant,
          kinds.isPooled(source),
          event.gathered(),
          true);
      if (!constant) {
        ledger.add(Primitive.BORDERLESS_FAN_OUT, 1);
        witness.synapse(event.index());
      }
    }
  }

  /**
   * What arrives at a node that adds: in the order of the map or sequence that it sees, which a
   * Flatten may have made of another; before a fully connected node in that of the last map.
   */
  private List<Event> arrivingInOrder(String name) {
    List<Event> events = arriving(name);
    Shape shape = graph.inputShape(name);
    if (shape.rank() > 1) {
      CanonicalOrder order = CanonicalOrder.of(shape);
      events = new ArrayList<>(events);
      events.sort(Comparator.comparingInt(event -> order.fromNir(event.index())));
    }
    return events;
  }

  private List<Event> arriving(String name) {
    List<String> sources = graph.sources(name);
    if (sources.size() == 1) {
      return signal(sources.getFirst(), name).events(graph.shape(sources.getFirst()));
    }
    return summed(name);
  }

  /** The events of a sum of several sources, each standing for all that came together in it. */
  private List<Event> summed(String name) {
    Shape shape = graph.inputShape(name);
    long[] gathered = new long[shape.size()];
    for (String source : graph.sources(name)) {
      for (Event event : signal(source, name).events(graph.shape(source))) {
        gathered[event.index()] += event.gathered();
      }
    }
    List<Event> events = new ArrayList<>();
    for (Event event : new Signal.Currents(current(name)).events(shape)) {
      events.add(new Event(event.index(), event.value(), gathered[event.index()]));
    }
    return events;
  }

  private float[] current(String name) {
    float[] sum = null;
    for (String source : graph.sources(name)) {
      float[] values = signal(source, name).dense(graph.shape(source));
      if (sum == null) {
        sum = values.clone();
      } else {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += values[i];
        }
      }
    }
    return sum;
  }

  private List<Event> inputEvents(EncodedInput input, int timestep) {
    CanonicalOrder order = CanonicalOrder.of(input.shape());
    List<Event> events = new ArrayList<>();
    switch (input) {
      case DirectInput direct -> {
        for (int i = 0; i < direct.size(); i++) {
          if (direct.value(i) != 0f) {
            events.add(new Event(order.toNir(i), direct.value(i), 1));
          }
        }
      }
      case EventInput stream -> {
        for (int e = stream.start(timestep); e < stream.start(timestep + 1); e++) {
          events.add(new Event(order.toNir(stream.index(e)), stream.value(e), 1));
        }
      }
    }
    return events;
  }
}

package org.spikeledger.simulator.plain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.graph.ValueKinds;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;

/** Simulates a network over lists of single synapses and counts what it does, for tests. */
final class PlainNetwork {

  final Counters counters;
  private final Graph graph;
  private final ValueKinds kinds;
  private final Map<String, Integer> rows;
  private final int timesteps;
  private final Map<String, SynapseList> synapses = new HashMap<>();
  private final Map<String, PlainPopulation> populations = new HashMap<>();
  private final Map<String, Values> sent = new HashMap<>();
  private final Map<Edge, Values> previous = new HashMap<>();
  private final Map<String, Map<Integer, Values>> held = new TreeMap<>();
  private final Map<String, boolean[][]> touched = new HashMap<>();
  private int timestep;

  PlainNetwork(Graph graph, ValueKind input, int timesteps) {
    this.graph = graph;
    this.kinds = ValueKinds.of(graph, input);
    this.rows = Layer.rows(graph);
    this.timesteps = timesteps;
    this.counters = new Counters(Layer.of(graph).size(), timesteps);
    graph
        .nodes()
        .forEach(
            (name, node) -> {
              if (node instanceof Connection connection) {
                synapses.put(
                    name, SynapseList.of(connection, graph.inputShape(name), graph.shape(name)));
              } else if (node instanceof Population || node instanceof Output) {
                populations.put(name, new PlainPopulation(node, graph.shape(name).size()));
              } else if (node instanceof Delay) {
                held.put(name, new TreeMap<>());
              }
            });
    for (Edge edge : graph.cycleCut().previousTimestep()) {
      previous.put(edge, Values.nothing(graph.shape(edge.source())));
    }
  }

  /** Runs all timesteps; the input's values by timestep and NIR index. */
  float[] run(List<float[]> input) {
    for (timestep = 0; timestep < timesteps; timestep++) {
      for (String name : graph.topologicalOrder()) {
        sent.put(name, simulate(name, input.get(timestep)));
      }
      held.keySet().stream().filter(this::holdsBack).forEach(this::hold);
      previous.replaceAll((edge, _) -> sent.get(edge.source()));
    }
    int last = timesteps - 1;
    previous.forEach((edge, values) -> undelivered(edge.target(), values, last));
    held.forEach((name, all) -> all.values().forEach(each -> undelivered(name, each, last)));
    return populations.get(graph.outputName()).potentials;
  }

  private void undelivered(String name, Values values, int last) {
    counters.add(rows.get(name), last, Primitive.UNDELIVERED, values.events().size());
  }

  private Values simulate(String name, float[] input) {
    Shape shape = graph.shape(name);
    return switch (graph.node(name)) {
      case Input _ -> Values.of(input, shape);
      case Flatten _ -> arriving(name);
      case Pool pool -> pool(pool, arrivingInOrder(name), graph.inputShape(name), shape);
      case Delay _ -> {
        if (!holdsBack(name)) {
          hold(name);
        }
        Values due = held.get(name).remove(timestep);
        yield due == null ? Values.nothing(shape) : due;
      }
      case Connection connection -> connect(name, connection);
      case Population _, Output _ -> populate(name);
    };
  }

  private boolean holdsBack(String delay) {
    return ((Delay) graph.node(delay)).shortest() >= 1;
  }

  private void hold(String name) {
    Delay delay = (Delay) graph.node(name);
    Shape shape = graph.shape(name);
    Values arriving = arriving(name);
    for (int i : arriving.events()) {
      Values later =
          held.get(name).computeIfAbsent(timestep + delay.of(i), _ -> Values.nothing(shape));
      later.values()[i] = arriving.values()[i];
      later.gathered()[i] = arriving.gathered()[i];
    }
  }

  private Values from(String source, String target) {
    return previous.getOrDefault(new Edge(source, target), sent.get(source));
  }

  /** A map or a sequence is added up in its own order, whatever a Flatten made it of. */
  private Values arrivingInOrder(String name) {
    Shape shape = graph.inputShape(name);
    Values values = arriving(name);
    return shape.rank() == 1
        ? values
        : new Values(values.values(), values.gathered(), Values.order(shape));
  }

  private Values arriving(String name) {
    List<String> sources = graph.sources(name);
    if (sources.size() == 1) {
      return from(sources.getFirst(), name);
    }
    Shape shape = graph.inputShape(name);
    float[] sum = sum(name);
    long[] gathered = new long[sum.length];
    for (String source : sources) {
      Values values = from(source, name);
      values.events().forEach(i -> gathered[i] += values.gathered()[i]);
    }
    return new Values(sum, gathered, Values.order(shape));
  }

  private float[] sum(String name) {
    List<String> sources = graph.sources(name);
    float[] sum = from(sources.getFirst(), name).values().clone();
    for (String source : sources.subList(1, sources.size())) {
      float[] values = from(source, name).values();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += values[i];
      }
    }
    return sum;
  }

  private Values connect(String name, Connection connection) {
    Shape shape = graph.shape(name);
    float[] currents = new float[shape.size()];
    boolean[][] reached = new boolean[2][shape.size()];
    int perBias = connection.bias().map(bias -> shape.size() / bias.size()).orElse(1);
    for (int i = 0; i < currents.length; i++) {
      int at = i / perBias;
      currents[i] = connection.bias().map(bias -> bias.get(at)).orElse(0f);
    }
    boolean constant = kinds.arrivesConstant(name);
    Values arriving = arrivingInOrder(name);
    Book book = book(name, kinds.arriving(name), constant, kinds.arrivesPooled(name));
    for (int source : arriving.events()) {
      book.event();
      book.borderless(synapses.get(name).borderless(source));
      for (SynapseList.Synapse synapse : synapses.get(name).from(source)) {
        currents[synapse.target()] += synapse.weight() * arriving.values()[source];
        reached[0][synapse.target()] = true;
        reached[1][synapse.target()] |= synapse.weight() != 0f;
        book.synapse(synapse.weight() != 0f, arriving.gathered()[source]);
      }
    }
    touched.put(name, reached);
    return Values.of(currents, shape);
  }

  private Values populate(String name) {
    Shape shape = graph.shape(name);
    PlainPopulation population = populations.get(name);
    boolean[][] reached = new boolean[2][shape.size()];
    boolean[] biased = new boolean[shape.size()];
    for (String source : graph.sources(name)) {
      if (graph.node(source) instanceof Connection connection) {
        boolean[][] by = touched.get(source);
        int perBias = connection.bias().map(bias -> shape.size() / bias.size()).orElse(1);
        for (int i = 0; i < shape.size(); i++) {
          int at = i / perBias;
          reached[0][i] |= by[0][i];
          reached[1][i] |= by[1][i];
          biased[i] |= connection.bias().map(bias -> bias.get(at) != 0f).orElse(false);
        }
      } else {
        oneToOne(source, name, reached);
      }
    }
    float[] sum = sum(name);
    int row = rows.get(name);
    float[] values = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      boolean visited = reached[0][i] || biased[i] || population.drifts(i) || population.lives(i);
      float before = population.potentials[i];
      population.step(i, sum[i]);
      values[i] = population.sent(i);
      boolean updated =
          Float.floatToRawIntBits(before) != Float.floatToRawIntBits(population.potentials[i]);
      counters.add(row, timestep, Primitive.SPIKES, population.spikes[i]);
      counters.add(row, timestep, Primitive.TOUCHED, reached[0][i] ? 1 : 0);
      counters.add(row, timestep, Primitive.EFFECTIVE_TOUCHED, reached[1][i] ? 1 : 0);
      counters.add(row, timestep, Primitive.VISITED, visited ? 1 : 0);
      counters.add(row, timestep, Primitive.UPDATED, updated ? 1 : 0);
    }
    return Values.of(values, shape);
  }

  private void oneToOne(String source, String target, boolean[][] reached) {
    Values values = from(source, target);
    Book book = book(target, kinds.sent(source), kinds.isConstant(source), kinds.isPooled(source));
    for (int i : values.events()) {
      reached[0][i] = true;
      reached[1][i] = true;
      book.event();
      book.borderless(1);
      book.synapse(true, values.gathered()[i]);
    }
  }

  private Book book(String name, ValueKind kind, boolean constant, boolean pooled) {
    boolean once = constant && timestep > 0;
    Counters into = once ? new Counters(counters.layers(), timesteps) : counters;
    return new Book(into, rows.get(name), timestep, kind == ValueKind.BINARY, constant, pooled);
  }

  private static Values pool(Pool pool, Values arriving, Shape source, Shape target) {
    float[] sums = new float[target.size()];
    long[] gathered = new long[target.size()];
    for (int to = 0; to < sums.length; to++) {
      int channel = to / (target.dimension(1) * target.dimension(2));
      int row = to / target.dimension(2) % target.dimension(1);
      int column = to % target.dimension(2);
      int inside = 0;
      for (int tap = 0; tap < pool.kernel().rows() * pool.kernel().columns(); tap++) {
        int r = row * pool.stride().rows() - pool.padding().rows() + tap / pool.kernel().columns();
        int c =
            column * pool.stride().columns()
                - pool.padding().columns()
                + tap % pool.kernel().columns();
        if (r >= 0 && r < source.dimension(1) && c >= 0 && c < source.dimension(2)) {
          inside++;
          int at = (channel * source.dimension(1) + r) * source.dimension(2) + c;
          if (arriving.values()[at] != 0f) {
            sums[to] += arriving.values()[at];
            gathered[to] += arriving.gathered()[at];
          }
        }
      }
      if (pool instanceof AvgPool2d average) {
        int whole = pool.kernel().rows() * pool.kernel().columns();
        sums[to] /= average.countPadding() ? whole : inside;
      }
    }
    return new Values(sums, gathered, Values.order(target));
  }

  /** One row of the counters. */
  private record Book(
      Counters counters, int row, int timestep, boolean binary, boolean constant, boolean pooled) {

    void add(Primitive primitive, long amount) {
      counters.add(row, timestep, primitive, amount);
    }

    void event() {
      add(Primitive.EVENTS_IN, 1);
    }

    void borderless(int fanOut) {
      add(Primitive.BORDERLESS_FAN_OUT, constant ? 0 : fanOut);
    }

    void synapse(boolean effective, long gathered) {
      add(binary ? Primitive.ACCUMULATES : Primitive.MULTIPLY_ACCUMULATES, 1);
      add(
          binary ? Primitive.EFFECTIVE_ACCUMULATES : Primitive.EFFECTIVE_MULTIPLY_ACCUMULATES,
          effective ? 1 : 0);
      add(Primitive.DIRECT_MULTIPLY_ACCUMULATES, constant ? 1 : 0);
      if (pooled && !constant) {
        add(Primitive.POOLED_MULTIPLY_ACCUMULATES, 1);
        add(Primitive.EXPANDED_ACCUMULATES, gathered);
      }
    }
  }
}

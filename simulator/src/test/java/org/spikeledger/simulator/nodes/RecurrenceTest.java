package org.spikeledger.simulator.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.run.EngineChoice;

/** Cycles and delays by hand. */
class RecurrenceTest {

  private static final Shape ONE = Shape.of(1);

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aRecurrentEdgeCarriesThePreviousTimestepsSpikes(EngineChoice engine) {
    Graph graph =
        neuron()
            .node("weights", new Linear(Tensor.of(Shape.of(1, 1), 2f)))
            .chain("neuron", "weights", "neuron")
            .build();
    assertEquals(List.of(new Edge("neuron", "weights")), cut(graph));
    Observed seen = run(graph, engine, 2f, 0f, 0f);
    // U = 2, fires, 1 stays; the spike comes back as 2 and so on.
    assertEquals(List.of(1f, 2f, 3f), seen.potential("neuron"));
    assertEquals(List.of(0, 1, 2), seen.spikes("neuron"));
    assertEquals(List.of(0L, 1L, 1L), seen.count("neuron", Primitive.ACCUMULATES));
    assertEquals(List.of(0L, 0L, 1L), seen.count("neuron", Primitive.UNDELIVERED));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void theBiasOfARecurrentConnectionIsThereFromTheFirstTimestep(EngineChoice engine) {
    Graph graph =
        neuron()
            .node("weights", new Affine(Tensor.of(Shape.of(1, 1), 0f), Tensor.of(ONE, .25f)))
            .chain("neuron", "weights", "neuron")
            .build();
    assertEquals(List.of(.25f, .5f), run(graph, engine, 0f, 0f).potential("neuron"));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aNeuronMayFeedItself(EngineChoice engine) {
    Graph graph = neuron().edge("neuron", "neuron").build();
    Observed seen = run(graph, engine, 1.5f, 0f, 0f);
    assertEquals(List.of(.5f, .5f, .5f), seen.potential("neuron"));
    assertEquals(List.of(0, 1, 2), seen.spikes("neuron"));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aDelayOnACycleTakesThePlaceOfTheCut(EngineChoice engine) {
    Graph graph =
        neuron()
            .node("later", new Delay(Tensor.scalar(2f)))
            .chain("neuron", "later", "neuron")
            .build();
    assertEquals(List.of(), cut(graph));
    assertEquals(List.of(new Edge("neuron", "later")), List.copyOf(graph.cycleCut().intoDelays()));
    Observed seen = run(graph, engine, 1.5f, 0f, 0f, 0f, 0f);
    assertEquals(List.of(0, 2, 4), seen.spikes("neuron"));
    assertEquals(List.of(0L, 0L, 0L, 0L, 1L), seen.count("neuron", Primitive.UNDELIVERED));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aDelayOfNoTimestepsOnACycleLeavesTheCut(EngineChoice engine) {
    Graph graph =
        neuron().node("now", new Delay(Tensor.scalar(0f))).chain("neuron", "now", "neuron").build();
    assertEquals(List.of(new Edge("neuron", "now")), cut(graph));
    assertEquals(List.of(0, 1, 2), run(graph, engine, 1.5f, 0f, 0f).spikes("neuron"));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void elementsAreDelayedEachByItsOwn(EngineChoice engine) {
    Shape three = Shape.of(3);
    Graph graph =
        Graph.builder()
            .node("input", new Input(three))
            .node("delay", new Delay(Tensor.of(three, 2f, 0f, 1f)))
            .node("output", new Output())
            .chain("input", "delay", "output")
            .build();
    EventInput input =
        Observed.values(three, new float[] {4f, 5f, 6f}, new float[] {1f, 2f, 3f}, new float[3]);
    Observed seen = Observed.of(graph, input, engine);
    assertEquals(List.of(4f, 7f, 9f), seen.output());
    assertEquals(List.of(0f, 0f, 4f), seen.potential("output"));
    assertEquals(List.of(1L, 2L, 2L), seen.count("output", Primitive.EVENTS_IN));
    assertEquals(List.of(0L, 0L, 1L), seen.count("output", Primitive.UNDELIVERED));
  }

  private static List<Edge> cut(Graph graph) {
    return List.copyOf(graph.cycleCut().previousTimestep());
  }

  private static Graph.Builder neuron() {
    return Graph.builder()
        .node("input", new Input(ONE))
        .node("neuron", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f))))
        .node("output", new Output())
        .chain("input", "neuron", "output");
  }

  private static Observed run(Graph graph, EngineChoice engine, float... values) {
    float[][] timesteps = new float[values.length][];
    for (int t = 0; t < values.length; t++) {
      timesteps[t] = new float[] {values[t]};
    }
    return Observed.of(graph, Observed.values(ONE, timesteps), engine);
  }
}

package org.spikeledger.models.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** Where cycles are cut, and that what is left has an order. */
class CycleCutTest {

  @Test
  void aNetworkWithoutCyclesIsNotCut() {
    Graph graph = network().chain("in", "a", "b", "out").edge("in", "c").edge("c", "out").build();
    assertEquals("[]", graph.cycleCut().previousTimestep().toString());
    assertEquals("[]", graph.cycleCut().intoDelays().toString());
  }

  @Test
  void theEdgeThatLeavesTheLastPopulationIsCut() {
    Graph graph =
        network()
            .node("w", new Linear(Tensor.adopt(Shape.of(2, 2), new float[4])))
            .chain("in", "a", "b", "w", "a")
            .chain("in", "c", "out")
            .build();
    assertEquals("[b -> w]", graph.cycleCut().previousTimestep().toString());
    assertEquals(List.of("in", "c", "out", "w", "a", "b"), graph.topologicalOrder());
  }

  @Test
  void cyclesThatShareNodesAreCutOnceWhereOneCutOpensBoth() {
    Graph graph =
        network()
            .node("v", new Scale(Tensor.scalar(1f)))
            .node("w", new Scale(Tensor.scalar(1f)))
            .chain("in", "a", "v", "b", "c", "a")
            .chain("a", "w", "b")
            .edge("c", "out")
            .build();
    assertEquals("[c -> a]", graph.cycleCut().previousTimestep().toString());
  }

  @Test
  void namesDecideWhereTheSearchGoesFirst() {
    Graph graph =
        network().chain("in", "a", "b", "a", "out").edge("in", "c").edge("c", "b").build();
    assertEquals("[b -> a]", graph.cycleCut().previousTimestep().toString());
    Graph other =
        network().chain("in", "c", "b", "c", "out").edge("in", "a").edge("a", "b").build();
    assertEquals("[c -> b]", other.cycleCut().previousTimestep().toString());
  }

  @Test
  void randomNetworksHaveAnOrderThatOnlyCutEdgesBreak() {
    int cut = 0;
    for (int seed = 0; seed < 300; seed++) {
      Graph graph = random(new Random(seed));
      CycleCut cycleCut = graph.cycleCut();
      cut += cycleCut.previousTimestep().size() + cycleCut.intoDelays().size();
      List<String> order = graph.topologicalOrder();
      for (Edge edge : graph.edges()) {
        boolean forward = order.indexOf(edge.source()) < order.indexOf(edge.target());
        assertTrue(forward || cycleCut.contains(edge), "seed=" + seed + " edge=" + edge);
      }
      SortedSet<Edge> into = cycleCut.intoDelays();
      assertTrue(
          into.stream().allMatch(edge -> graph.node(edge.target()) instanceof Delay),
          "seed=" + seed + " " + into);
    }
    assertTrue(cut > 300, "cut=" + cut);
  }

  private static Graph random(Random random) {
    Graph.Builder builder =
        Graph.builder().node("in", new Input(Shape.of(2))).node("out", new Output());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String name = "n" + random.nextInt(1000) + "." + i;
      builder.node(name, node(random));
      builder.edge(names.isEmpty() ? "in" : names.get(random.nextInt(names.size())), name);
      builder.edge(name, "out");
      names.add(name);
    }
    List<Edge> back = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Edge edge = new Edge(names.get(random.nextInt(8)), names.get(random.nextInt(8)));
      if (!back.contains(edge)) {
        back.add(edge);
      }
    }
    Graph tree = builder.build();
    back.removeAll(tree.edges());
    back.forEach(edge -> builder.edge(edge.source(), edge.target()));
    return builder.build();
  }

  private static Node node(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Delay(Tensor.scalar(random.nextInt(2)));
      case 1 -> new Scale(Tensor.scalar(2f));
      default -> paper();
    };
  }

  private static Graph.Builder network() {
    return Graph.builder()
        .node("in", new Input(Shape.of(2)))
        .node("a", paper())
        .node("b", paper())
        .node("c", paper())
        .node("out", new Output());
  }

  private static Node paper() {
    return new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f)));
  }
}

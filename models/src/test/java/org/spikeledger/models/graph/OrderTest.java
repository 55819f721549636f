package org.spikeledger.models.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Name order, topological order, canonical order. */
class OrderTest {

  @Test
  void namesAreOrderedByCodePoint() {
    // U+FFFD comes before U+1F600, although its UTF-16 code unit is the larger one.
    List<String> ordered =
        List.of(
            "",
            "1",
            "10",
            "11",
            "2",
            "A",
            "B",
            "a",
            "a.1",
            "ab",
            "\u00e4",
            "\ufffd",
            "\ud83d\ude00");
    List<String> shuffled = new ArrayList<>(ordered);
    long seed = 3;
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.sort(NameOrder.BY_CODE_POINT);
    assertEquals(ordered, shuffled, "seed=" + seed);
  }

  @Test
  void ofSeveralNodesThatCouldComeNextTheLeastNameComes() {
    Graph graph =
        Graph.builder()
            .node("z", new Input(Shape.of(1)))
            .node("b", neurons())
            .node("a", neurons())
            .node("c", neurons())
            .node("0", neurons())
            .node("out", new Output())
            .chain("z", "b", "0", "out")
            .chain("z", "a", "c", "out")
            .build();
    assertEquals(List.of("z", "a", "b", "0", "c", "out"), graph.topologicalOrder());
    assertEquals("z", graph.inputName());
    assertEquals("out", graph.outputName());
    assertEquals(List.of("0", "c"), graph.sources("out"));
    assertEquals(List.of("a", "b"), graph.targets("z"));
  }

  @Test
  void theOrderOfBuildingDoesNotMatter() {
    List<String> names = List.of("in", "x", "y", "x.1", "out");
    List<Edge> edges =
        List.of(
            new Edge("in", "x"),
            new Edge("in", "y"),
            new Edge("x", "x.1"),
            new Edge("y", "out"),
            new Edge("x.1", "out"));
    Graph expected = build(names, edges);
    for (long seed = 0; seed < 20; seed++) {
      List<String> shuffledNames = new ArrayList<>(names);
      List<Edge> shuffledEdges = new ArrayList<>(edges);
      Collections.shuffle(shuffledNames, new Random(seed));
      Collections.shuffle(shuffledEdges, new Random(seed));
      Graph graph = build(shuffledNames, shuffledEdges);
      assertEquals(expected.topologicalOrder(), graph.topologicalOrder(), "seed=" + seed);
      assertEquals(expected.edges(), graph.edges(), "seed=" + seed);
      assertEquals(
          List.copyOf(expected.nodes().keySet()),
          List.copyOf(graph.nodes().keySet()),
          "seed=" + seed);
    }
  }

  @Test
  void theCanonicalOrderOfAMapIsRowColumnChannel() {
    CanonicalOrder order = CanonicalOrder.of(Shape.of(2, 2, 3));
    // NIR: channel 0 = 0..5 by row and column, channel 1 = 6..11.
    int[] nirByCanonical = {0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11};
    for (int canonical = 0; canonical < 12; canonical++) {
      assertEquals(nirByCanonical[canonical], order.toNir(canonical));
      assertEquals(canonical, order.fromNir(nirByCanonical[canonical]));
    }
    float[] nir = new float[12];
    for (int i = 0; i < 12; i++) {
      nir[i] = i;
    }
    float[] expected = new float[12];
    for (int i = 0; i < 12; i++) {
      expected[i] = nirByCanonical[i];
    }
    assertArrayEquals(expected, order.fromNir(nir));
  }

  @Test
  void theCanonicalOrderOfASequenceIsPositionThenChannel() {
    CanonicalOrder order = CanonicalOrder.of(Shape.of(2, 3));
    int[] nirByCanonical = {0, 3, 1, 4, 2, 5};
    for (int canonical = 0; canonical < nirByCanonical.length; canonical++) {
      assertEquals(nirByCanonical[canonical], order.toNir(canonical));
      assertEquals(canonical, order.fromNir(nirByCanonical[canonical]));
    }
  }

  @Test
  void theCanonicalOrderOfAnyOtherShapeIsTheIndex() {
    for (Shape shape : List.of(Shape.of(7), Shape.of(1, 2, 3, 4), Shape.SCALAR)) {
      CanonicalOrder order = CanonicalOrder.of(shape);
      for (int i = 0; i < shape.size(); i++) {
        assertEquals(i, order.toNir(i));
        assertEquals(i, order.fromNir(i));
      }
    }
  }

  @Test
  void aCopyThroughABuilderIsTheSameNetwork() {
    Graph graph =
        build(List.of("in", "x", "out"), List.of(new Edge("in", "x"), new Edge("x", "out")));
    Graph copy = graph.toBuilder().build();
    assertEquals(graph.nodes(), copy.nodes());
    assertEquals(graph.edges(), copy.edges());
    assertTrue(Arrays.asList("in", "x", "out").equals(copy.topologicalOrder()));
  }

  private static Graph build(List<String> names, List<Edge> edges) {
    Graph.Builder builder = Graph.builder();
    for (String name : names) {
      builder.node(
          name,
          name.equals("in")
              ? new Input(Shape.of(1))
              : name.equals("out") ? new Output() : neurons());
    }
    edges.forEach(edge -> builder.edge(edge.source(), edge.target()));
    return builder.build();
  }

  private static IF neurons() {
    return new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f)));
  }
}

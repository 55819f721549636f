package org.spikeledger.tools.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class GraphPictureTest {

  @TempDir Path folder;

  /** A population that feeds itself and is skipped by one edge. */
  private static Graph graph() {
    Linear identity = new Linear(Tensor.of(Shape.of(1, 1), 1f));
    return Graph.builder()
        .node("input", new Input(Shape.of(1)))
        .node("<script>&\"", identity)
        .node("neuron", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f))))
        .node("again", identity)
        .node("output", new Output())
        .chain("input", "<script>&\"", "neuron", "output")
        .chain("neuron", "again", "neuron")
        .edge("input", "neuron")
        .build();
  }

  private static List<Element> elements(String svg, String name) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    NodeList found = document.getElementsByTagName(name);
    return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
        .map(i -> (Element) found.item(i))
        .toList();
  }

  @Test
  void everyNodeIsABoxAndEveryEdgeAnArrow() throws Exception {
    String svg = GraphPicture.svg(graph(), "small.nir");
    assertEquals(5, elements(svg, "rect").size());
    List<Element> arrows =
        elements(svg, "path").stream().filter(path -> path.hasAttribute("marker-end")).toList();
    assertEquals(6, arrows.size());
    assertEquals(
        1, arrows.stream().filter(path -> path.getAttribute("class").equals("recurrent")).count());
    assertTrue(
        elements(svg, "text").stream()
            .anyMatch(text -> text.getTextContent().equals("<script>&\"")));
  }

  @Test
  void noTwoBoxesMeet() throws Exception {
    List<Element> boxes = elements(GraphPicture.svg(graph(), "small.nir"), "rect");
    for (Element one : boxes) {
      for (Element other : boxes) {
        boolean apart =
            one == other
                || Math.abs(number(one, "x") - number(other, "x")) > number(one, "width")
                || Math.abs(number(one, "y") - number(other, "y")) > number(one, "height");
        assertTrue(apart);
      }
    }
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  @Test
  void theFilesEndingDecidesItsForm() throws Exception {
    Path svg = folder.resolve("g.svg");
    GraphPicture.write(svg, graph(), "small.nir");
    assertTrue(Files.readString(svg).startsWith("<svg"));
    Path page = folder.resolve("g.html");
    GraphPicture.write(page, graph(), "small.nir");
    assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
    assertThrows(
        BadInputException.class,
        () -> GraphPicture.write(folder.resolve("g.png"), graph(), "small.nir"));
    assertThrows(
        BadInputException.class,
        () -> GraphPicture.write(folder.resolve("missing/g.svg"), graph(), "small.nir"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }
}

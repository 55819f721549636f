package org.spikeledger.tools.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.environment.EnvironmentSpecification;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.agent.AgentNetwork;
import org.spikeledger.simulator.agent.AgentSettings;
import org.spikeledger.simulator.agent.EpisodeSummary;
import org.spikeledger.simulator.agent.Episodes;
import org.spikeledger.simulator.agent.PlaySettings;
import org.spikeledger.simulator.agent.StateRule;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class EpisodePageTest {

  private static final int HIDDEN = 3;

  private static String text;
  private static EpisodeSummary summary;

  @BeforeAll
  static void play() {
    Firing firing = Firing.ofPaper(Tensor.scalar(0.01f));
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(4)))
            .node("a", new Linear(Tensor.of(Shape.of(HIDDEN, 4), seededWeights(HIDDEN * 4))))
            .node("hidden <&>", new IF(Tensor.scalar(1f), firing))
            .node("b", new Linear(Tensor.of(Shape.of(2, HIDDEN), seededWeights(2 * HIDDEN))))
            .node("output", new Output())
            .chain("input", "a", "hidden <&>", "b", "output")
            .build();
    AgentNetwork network =
        new AgentNetwork(graph, new AgentSettings(2, StateRule.CARRIED, KernelChoice.SCALAR));
    EpisodeFootage footage = new EpisodeFootage(network);
    summary =
        Episodes.play(
            network,
            EnvironmentSpecification.parse("cartpole"),
            new PlaySettings(1, 1, 1),
            footage,
            episode -> {});
    text = EpisodePage.text("an <agent> & more", summary, footage);
  }

  private static float[] seededWeights(int number) {
    SplittableRandom random = new SplittableRandom(5);
    float[] weights = new float[number];
    for (int i = 0; i < number; i++) {
      weights[i] = random.nextInt(-8, 9) / 8f;
    }
    return weights;
  }

  private static Document page() throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static byte[] data(Document page, String id) {
    NodeList scripts = page.getElementsByTagName("script");
    for (int i = 0; i < scripts.getLength(); i++) {
      Element script = (Element) scripts.item(i);
      if (script.getAttribute("id").equals(id)) {
        return Base64.getDecoder().decode(script.getTextContent());
      }
    }
    throw new AssertionError("no data: id=" + id);
  }

  @Test
  void thePageIsWellFormedAndEscapesNames() throws Exception {
    Document page = page();
    assertEquals("an <agent> & more", page.getElementsByTagName("h1").item(0).getTextContent());
    assertEquals(
        "hidden <&> (3)", page.getElementsByTagName("figcaption").item(1).getTextContent());
  }

  @Test
  void onlyItsOwnScriptMayRun() throws Exception {
    String open = "<script>";
    int from = text.lastIndexOf(open) + open.length();
    String script = text.substring(from, text.indexOf("</script>", from));
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
    String policy = "script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    assertTrue(text.contains(policy), policy);
    assertEquals(from - open.length(), text.indexOf(open), "one script that runs");
    assertTrue(!text.contains("https:") && !text.contains("src="), "loads something");
  }

  @Test
  void theDataHasEveryStepAndEverySpike() throws Exception {
    Document page = page();
    int steps = summary.episodes().getFirst().steps();
    assertEquals(4 * Float.BYTES * steps, data(page, "observations").length);
    assertEquals(2 * Float.BYTES * steps, data(page, "values").length);
    assertEquals(2 * steps, data(page, "actions").length);
    byte[] cells = data(page, "layer0");
    assertEquals(4 * steps, cells.length);
    long spikes = 0;
    for (byte cell : cells) {
      spikes += cell;
    }
    assertEquals(summary.counts().total(Primitive.SPIKES), spikes);
    assertTrue(spikes > 0);
  }

  @Test
  void aFrameIsPairsOfGreyAndRun() {
    float[] frame = new float[20 * 20];
    frame[0] = 255;
    frame[399] = 96;
    Observations observations = new Observations(Shape.of(1, 20, 20));
    observations.add(frame);
    assertArrayEquals(
        new byte[] {(byte) 255, 1, 0, (byte) 255, 0, (byte) 143, 96, 1},
        Base64.getDecoder().decode(observations.base64()));
  }
}

package org.spikeledger.tools.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class TrainingPageTest {
  private static final String ANN = line("ann", 0, 0, 0.1, "") + line("ann", 0, 1, 0.5, "");
  private static final String SPIKING =
      line("t2", 2, 0, 0.3, layers(0.25)) + line("t2", 2, 1, 0.6, layers(0.125));

  @TempDir Path folder;

  private static String line(
      String stage, int timesteps, int epoch, double accuracy, String layers) {
    return """
    {"stage":"%s","timesteps":%d,"epoch":%d,"loss":1.5,"trainAccuracy":0.4,"testAccuracy":%s,\
    "learningRate":0.01,"imagesPerSecond":100.0,"seconds":90.0,"layers":[%s]}
    """
        .formatted(stage, timesteps, epoch, accuracy, layers);
  }

  private static String layers(double rate) {
    return """
    {"name":"conv1","spikeRate":%s,"threshold":1.25,"leak":0.75,"multiplyAccumulatesFed":30},\
    {"name":"conv2","spikeRate":0.5,"threshold":0.5,"leak":1.0,"multiplyAccumulatesFed":10}\
    """
        .formatted(rate);
  }

  private TrainingLog log(String text) throws IOException {
    return TrainingLog.read(
        "a <name> & more", Files.writeString(folder.resolve("metrics.jsonl"), text));
  }

  private static Document parse(String page)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(new InputSource(new StringReader(page)));
  }

  private static String tables(Document page) {
    NodeList tables = page.getElementsByTagName("table");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tables.getLength(); i++) {
      text.append(((Element) tables.item(i)).getTextContent());
    }
    return text.toString();
  }

  @Test
  void thePageIsWellFormedHoldsTheFiguresAndRunsNoScript() throws Exception {
    String text = TrainingPage.text(log(ANN + SPIKING));
    Document page = parse(text);
    assertEquals(0, page.getElementsByTagName("script").getLength());
    assertFalse(text.contains("http://www") || text.contains("https:"), "loads something");
    assertTrue(page.getElementsByTagName("h1").item(0).getTextContent().contains("<name> & more"));
    String tables = tables(page);
    // Weighted by 30 and 10, over both timesteps: 2 * (0.125 * 30 + 0.5 * 10) / 40.
    assertTrue(tables.contains("0.4375"), tables);
    assertTrue(tables.contains("60.00 %") && tables.contains("30.00 %"), tables);
    assertTrue(tables.contains("1.2500") && tables.contains("0.7500"), tables);
    assertEquals(7, page.getElementsByTagName("figure").getLength());
  }

  @Test
  void accuracyStandsAgainstTheSpikeRateFromTheLowestOneOn() throws IOException {
    String log = SPIKING + line("light", 2, 1, 0.58, layers(0.05));
    String text = TrainingPage.text(log(log));
    // 2 * (0.05 * 30 + 0.5 * 10) / 40.
    int light = text.indexOf("light, 0.3250 spikes: 58.00 %");
    assertTrue(light > 0 && light < text.indexOf("t2, 0.4375 spikes: 60.00 %"), text);
    String unsaid = log.replaceAll(",\"multiplyAccumulatesFed\":\\d+", "");
    assertFalse(TrainingPage.text(log(unsaid)).contains("spikes: 60.00 %"));
  }

  @Test
  void aRunThatHasOnlyTrainedTheAnnHasAPage() throws Exception {
    Document page = parse(TrainingPage.text(log(line("ann", 0, 0, 0.1, ""))));
    assertEquals(1, page.getElementsByTagName("figure").getLength());
    assertEquals(2, parse(TrainingPage.text(log(ANN))).getElementsByTagName("figure").getLength());
  }

  @Test
  void ofAnEpochRunAgainTheLastLineCountsAndALineBeingWrittenDoesNot() throws IOException {
    TrainingLog log =
        log(ANN + line("ann", 0, 1, 0.7, "") + line("ann", 0, 2, 0.8, "").substring(0, 40));
    assertEquals(2, log.epochs().size());
    assertEquals(0.7, log.epochs().getLast().testAccuracy());
  }

  @Test
  void logsWithoutAnEpochOrOfAnotherKindAreRefusedInOneLine() {
    for (String text : new String[] {"", "not json\n", "{\"stage\": 3, \"layers\": 5}\n"}) {
      BadInputException refused = assertThrows(BadInputException.class, () -> log(text), text);
      assertTrue(refused.getMessage().contains("metrics.jsonl"), refused.getMessage());
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }
  }

  @Test
  void thePageReplacesAnEarlierOne() throws IOException {
    Path file = folder.resolve("training.html");
    TrainingPage.write(file, log(ANN));
    TrainingPage.write(file, log(ANN + SPIKING));
    assertTrue(Files.readString(file).contains("Threshold by layer"));
  }
}

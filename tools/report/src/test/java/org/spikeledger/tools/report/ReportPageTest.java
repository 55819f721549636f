package org.spikeledger.tools.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.energy.Assumption;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.FirstLayer;
import org.spikeledger.simulator.run.RunSummary;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page is read back with a strict parser, which the writer does not share. */
class ReportPageTest {

  private static final String HOSTILE = "</title><script>alert('x')</script>\" onload=\"y & \u0000";

  @TempDir private Path folder;

  @Test
  void theSamplePageCanBeLookedAt() throws IOException {
    Path file = Path.of("target", "sample-report.html");
    RunSummary run = SampleRun.named("zoo:fashion-t1", 1);

    ReportPage.write(file, run, energy(run));

    assertTrue(Files.size(file) > 10_000);
  }

  @Test
  void everyLayerHasItsRowInEachTableOfLayers() throws Exception {
    RunSummary run = SampleRun.named("network", 1);
    Document page = parse(ReportPage.text(run, energy(run)));
    List<String> layers = run.layers().stream().map(each -> each.layer().name()).toList();

    List<List<String>> tables =
        elements(page, "table")
            .filter(table -> firstHeading(table).equals("layer"))
            .map(ReportPageTest::rowHeadings)
            .toList();

    // Activity, membrane, compute, and six with memory.
    assertEquals(9, tables.size());
    for (List<String> headings : tables) {
      assertEquals(Stream.concat(layers.stream(), Stream.of("total")).toList(), headings);
    }
  }

  @Test
  void aRowShowsTheCounts() throws Exception {
    RunSummary run = SampleRun.named("network", 1);
    Document page = parse(ReportPage.text(run, energy(run)));

    Element row =
        elements(page, "tr")
            .filter(each -> text(each, "th").equals(List.of("lif2")))
            .findFirst()
            .orElseThrow();

    // 25,088 neurons * 0.12; dense 28*28*32*32*9 = 7,225,344, of which 0.21 by events.
    assertEquals(
        List.of(
            "Conv2d + IF",
            "25,088",
            "3,010.6",
            "0.1200",
            "0.1200 ± 0.0003",
            "1,517,322.2",
            "0.0",
            "7,225,344"),
        text(row, "td"));
  }

  @Test
  void everyAnnThatTheNetworkIsHeldAgainstHasItsRow() throws Exception {
    RunSummary run = SampleRun.named("network", 1);
    Document page = parse(ReportPage.text(run, energy(run)));

    List<String> baselines =
        elements(page, "table")
            .filter(table -> firstHeading(table).equals("baseline"))
            .map(ReportPageTest::rowHeadings)
            .findFirst()
            .orElseThrow();

    assertEquals(List.of("same-precision", "int8", "int8-often-cited", "bit-matched"), baselines);
  }

  @Test
  void theHeadingNamesTheRun() throws Exception {
    RunSummary run = SampleRun.named("network", 3);
    String text = parse(ReportPage.text(run, energy(run))).getDocumentElement().getTextContent();

    for (String said :
        List.of(
            "network",
            "fashion-mnist",
            "92.13 % ± 0.27 %",
            run.fingerprint(),
            run.digest(),
            "timesteps T3")) {
      assertTrue(text.contains(said), said);
    }
  }

  @Test
  void everyAssumptionIsPrintedAndEveryEnergyIsFollowedByWhatItLeavesOut() throws Exception {
    RunSummary run = SampleRun.named("network", 1);
    EnergyStudy energy = energy(run);
    Document page = parse(ReportPage.text(run, energy));
    String text = page.getDocumentElement().getTextContent();

    for (Assumption assumption : energy.likeWithLike().assumptions()) {
      assertTrue(text.contains(assumption.text()), assumption.subject());
    }
    long figures =
        elements(page, "h3").filter(each -> each.getTextContent().contains("Energy")).count()
            + elements(page, "figcaption")
                .filter(each -> each.getTextContent().contains("Energy"))
                .count();
    long notes =
        elements(page, "p")
            .filter(each -> each.getTextContent().startsWith(EnergyReport.NOT_INCLUDED))
            .count();
    assertEquals(figures, notes);
  }

  @Test
  void thePicturesHaveABarALayerAndABarANetwork() throws Exception {
    RunSummary run = SampleRun.named("network", 1);
    Document page = parse(ReportPage.text(run, energy(run)));

    List<Long> bars =
        elements(page, "svg")
            .map(svg -> (long) svg.getElementsByTagName("rect").getLength())
            .toList();

    // Five layers that fire; six layers, each with the ANN and the three rules; the SNN by three
    // rules and four ANNs.
    assertEquals(List.of(5L, 6L * 4, 3L + 4), bars);
  }

  @Test
  void thePageRefersToNothingOutside() throws Exception {
    RunSummary run = SampleRun.named("network", 1);
    String text = ReportPage.text(run, energy(run));
    Document page = parse(text);

    assertFalse(text.contains("://"));
    assertFalse(text.contains("url("));
    assertFalse(text.contains("@import"));
    for (String element : List.of("script", "link", "img", "iframe", "object", "a", "base")) {
      assertEquals(0, page.getElementsByTagName(element).getLength(), element);
    }
    elements(page, "*")
        .forEach(
            each -> {
              assertFalse(each.hasAttribute("src"));
              assertFalse(each.hasAttribute("href"));
            });
  }

  @Test
  void aHostileNameIsTextAndNothingElse() throws Exception {
    RunSummary run = SampleRun.named(HOSTILE, 1);
    String text = ReportPage.text(run, energy(run));
    Document page = parse(text);

    assertFalse(text.contains("<script"));
    assertEquals(
        HOSTILE.replace('\u0000', '\uFFFD'),
        elements(page, "h1").findFirst().orElseThrow().getTextContent());
  }

  @Test
  void theStyleStaysReadableForBrowsers() throws Exception {
    RunSummary run = SampleRun.named("network", 1);
    String text = ReportPage.text(run, energy(run));
    String style = text.substring(text.indexOf("<style>"), text.indexOf("</style>"));

    // Inside a style element browsers take entities literally.
    assertFalse(style.contains("&"), style);
  }

  @Test
  void aFolderThatIsMissingIsRefusedAndNothingIsLeft() throws IOException {
    Path file = folder.resolve("none").resolve("report.html");
    RunSummary run = SampleRun.named("network", 1);

    BadInputException refused =
        assertThrows(BadInputException.class, () -> ReportPage.write(file, run, energy(run)));

    assertEquals("a page's file must be writable: file=" + file, refused.getMessage());
    assertEquals(0, filesIn(folder));
  }

  @Test
  void aTargetThatIsAFolderIsRefusedAndNothingIsLeft() throws IOException {
    Path file = Files.createDirectories(folder.resolve("taken").resolve("inside")).getParent();
    RunSummary run = SampleRun.named("network", 1);

    assertThrows(BadInputException.class, () -> ReportPage.write(file, run, energy(run)));

    assertEquals(1, filesIn(folder));
  }

  @Test
  void anExistingPageIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("report.html"), "old");
    RunSummary run = SampleRun.named("network", 1);

    ReportPage.write(file, run, energy(run));

    assertEquals(ReportPage.text(run, energy(run)), Files.readString(file));
    assertEquals(1, filesIn(folder));
  }

  private static long filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static EnergyStudy energy(RunSummary run) {
    CountedActivity activity =
        new CountedActivity(run.layers(), List.of(), run.counts(), run.samples());
    return EnergyStudy.of(CostModels.paper(), FirstLayer.ONCE, activity, Optional.empty());
  }

  private static Document parse(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static Stream<Element> elements(Document page, String name) {
    return elements(page.getElementsByTagName(name));
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
  }

  private static List<String> text(Element row, String cell) {
    return elements(row.getElementsByTagName(cell)).map(Element::getTextContent).toList();
  }

  private static String firstHeading(Element table) {
    return elements(table.getElementsByTagName("th"))
        .filter(each -> each.getAttribute("scope").equals("col"))
        .findFirst()
        .orElseThrow()
        .getTextContent();
  }

  private static List<String> rowHeadings(Element table) {
    return elements(table.getElementsByTagName("th"))
        .filter(each -> each.getAttribute("scope").equals("row"))
        .map(Element::getTextContent)
        .toList();
  }
}

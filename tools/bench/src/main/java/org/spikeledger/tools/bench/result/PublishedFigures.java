package org.spikeledger.tools.bench.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Figures of other systems over the same kinds of network, measured on another machine. */
final class PublishedFigures {

  /**
   * One of them.
   *
   * @param workload whose counterpart it is
   * @param system its name, version and settings
   * @param microseconds an image
   */
  record Figure(String workload, String system, double microseconds) {}

  private static final String RESOURCE = "published.tsv";

  private PublishedFigures() {}

  /** All of them, in the order of the file. */
  static List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    text().lines().skip(1).map(PublishedFigures::figure).forEach(figures::add);
    return figures;
  }

  private static Figure figure(String line) {
    String[] fields = line.split("\t", -1);
    return new Figure(fields[0], fields[1], Double.parseDouble(fields[2]));
  }

  private static String text() {
    try (InputStream in = PublishedFigures.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.spikeledger.tools.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The head of every page: it holds its style and forbids to load anything. */
final class PageHead {

  private PageHead() {}

  static void write(Markup page, String title) {
    page.open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'");
    page.leaf("title", title);
    page.leaf("style", style()).close().line();
  }

  private static String style() {
    try (InputStream stream = PageHead.class.getResourceAsStream("report.css")) {
      if (stream == null) {
        throw new IllegalStateException("the page's style is missing: resource=report.css");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

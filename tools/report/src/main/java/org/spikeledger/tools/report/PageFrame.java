package org.spikeledger.tools.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What every page has around its content: head, style, footer. It loads nothing. */
final class PageFrame {

  private PageFrame() {}

  /**
   * A whole page as text.
   *
   * @param title of the window
   * @param content writes what stands in {@code main}
   */
  static String text(String title, Consumer<Markup> content) {
    return text(
        title,
        "Every count is exact; every energy follows from counts by a formula above.",
        content);
  }

  /** The same with other words at the foot. */
  static String text(String title, String foot, Consumer<Markup> content) {
    StringWriter text = new StringWriter();
    Markup page = new Markup(text);
    page.doctype().open("html", "lang", "en").line();
    writeHead(page, title);
    page.open("body").open("main").line();
    content.accept(page);
    page.leaf("footer", "Spikeledger. " + foot);
    page.close().close().close().flush();
    return text.toString();
  }

  private static void writeHead(Markup page, String title) {
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
    try (InputStream stream = PageFrame.class.getResourceAsStream("report.css")) {
      if (stream == null) {
        throw new IllegalStateException("the page's style is missing: resource=report.css");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.spikeledger.tools.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
    return text(title, foot, Optional.empty(), content);
  }

  /** The same with a script behind the content, the only one that may run. */
  static String text(String title, String foot, PageScript script, Consumer<Markup> content) {
    return text(title, foot, Optional.of(script), content);
  }

  private static String text(
      String title, String foot, Optional<PageScript> script, Consumer<Markup> content) {
    StringWriter text = new StringWriter();
    Markup page = new Markup(text);
    page.doctype().open("html", "lang", "en").line();
    writeHead(page, title, script);
    page.open("body").open("main").line();
    content.accept(page);
    page.leaf("footer", "Spikeledger. " + foot);
    page.close();
    script.ifPresent(each -> page.script(each.source()));
    page.close().close().flush();
    return text.toString();
  }

  private static void writeHead(Markup page, String title, Optional<PageScript> script) {
    page.open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'"
            + script.map(each -> "; script-src " + each.policy()).orElse(""));
    page.leaf("title", title);
    page.leaf("style", resource("report.css")).close().line();
  }

  /** A file that lies beside the page's classes. */
  static String resource(String name) {
    try (InputStream stream = PageFrame.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("a page's part is missing: resource=" + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

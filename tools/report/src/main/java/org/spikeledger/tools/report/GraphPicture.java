package org.spikeledger.tools.report;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Population;

/**
 * A picture of a network: a box a node with its type and shape, an arrow an edge; edges at which a
 * cycle is cut are dashed and run on the left. SVG, by itself or in a page.
 */
public final class GraphPicture {

  private static final int BOX_WIDTH = 200;
  private static final int BOX_HEIGHT = 44;
  private static final int COLUMN = 250;
  private static final int ROW = 76;
  private static final int MARGIN = 70;
  private static final int LONGEST_NAME = 26;

  private static final String STYLE =
      """
      svg{background:#fff;font:13px system-ui,sans-serif;fill:#1c1c1c}
      rect{fill:#eef1f5;stroke:#8a94a3}
      .connection rect{fill:#e2ecfb;stroke:#4a7bc8}
      .population rect{fill:#fdebd8;stroke:#c8762a}
      .detail{font-size:11px;fill:#555}
      path{fill:none;stroke:#666}
      .recurrent{stroke-dasharray:5 4}
      marker path{fill:#666;stroke:none}
      @media(prefers-color-scheme:dark){
      svg{background:#16181c;fill:#eceff4}
      rect{fill:#262b33;stroke:#77808f}
      .connection rect{fill:#1d3050;stroke:#6c9be0}
      .population rect{fill:#46301a;stroke:#dd9450}
      .detail{fill:#aab2bf}
      path{stroke:#a0a7b3}
      marker path{fill:#a0a7b3}
      }
      """;

  private final Graph graph;
  private final String title;
  private final GraphPlaces places;
  private final int width;

  private GraphPicture(Graph graph, String title) {
    this.graph = graph;
    this.title = title;
    places = GraphPlaces.of(graph);
    width = places.columns() * COLUMN + 2 * MARGIN;
  }

  /**
   * Writes a picture.
   *
   * @param file ends in .svg or .html, which decides the form; replaced where it exists
   * @param title what is shown
   * @throws BadInputException where it ends otherwise or cannot be written; nothing is left behind
   */
  public static void write(Path file, Graph graph, String title) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean isPage = name.endsWith(".html");
    if (!isPage && !name.endsWith(".svg")) {
      throw new BadInputException("a picture's file ends in .svg or .html: file=" + file);
    }
    PageFile.write(file, isPage ? page(graph, title) : svg(graph, title));
  }

  /** The picture as a file of its own. */
  public static String svg(Graph graph, String title) {
    StringWriter text = new StringWriter();
    Markup markup = new Markup(text);
    new GraphPicture(graph, title).draw(markup);
    markup.flush();
    return text.toString();
  }

  private static String page(Graph graph, String title) {
    StringWriter text = new StringWriter();
    Markup page = new Markup(text);
    page.doctype().open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.leaf("title", title).close().open("body").line();
    new GraphPicture(graph, title).draw(page);
    page.close().close().flush();
    return text.toString();
  }

  private void draw(Markup svg) {
    int height = places.rows() * ROW + MARGIN;
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 %d %d".formatted(width, height),
        "width",
        String.valueOf(width),
        "height",
        String.valueOf(height),
        "role",
        "img");
    svg.leaf("title", title).leaf("style", STYLE);
    svg.open("defs");
    svg.open(
        "marker",
        "id",
        "tip",
        "viewBox",
        "0 0 8 8",
        "refX",
        "7",
        "refY",
        "4",
        "markerWidth",
        "8",
        "markerHeight",
        "8",
        "orient",
        "auto");
    svg.empty("path", "d", "M0 0L8 4L0 8z").close().close().line();
    graph.edges().forEach(edge -> edge(svg, edge));
    graph.topologicalOrder().forEach(name -> box(svg, name));
    svg.close().line();
  }

  private void edge(Markup svg, Edge edge) {
    boolean isUpward = GraphPlaces.isUpward(graph, edge);
    boolean isNext = places.row(edge.target()) == places.row(edge.source()) + 1;
    String line = isUpward ? beside(edge, -1) : isNext ? down(edge) : beside(edge, 1);
    svg.open(
        "path", "class", isUpward ? "recurrent" : "edge", "d", line, "marker-end", "url(#tip)");
    svg.leaf("title", edge.toString()).close().line();
  }

  private String down(Edge edge) {
    int from = y(edge.source()) + BOX_HEIGHT;
    int to = y(edge.target());
    int middle = (from + to) / 2;
    return "M%d %dC%d %d %d %d %d %d"
        .formatted(
            x(edge.source()),
            from,
            x(edge.source()),
            middle,
            x(edge.target()),
            middle,
            x(edge.target()),
            to);
  }

  /** Around what stands between, on the right (1) or the left (-1). */
  private String beside(Edge edge, int side) {
    int rows = Math.abs(places.row(edge.target()) - places.row(edge.source()));
    int away = side * Math.min(MARGIN - 10, 25 + 8 * rows);
    int from = x(edge.source()) + side * BOX_WIDTH / 2;
    int to = x(edge.target()) + side * BOX_WIDTH / 2;
    int fromY = y(edge.source()) + BOX_HEIGHT * 2 / 3;
    int toY = y(edge.target()) + BOX_HEIGHT / 3;
    return "M%d %dC%d %d %d %d %d %d"
        .formatted(from, fromY, from + away, fromY, to + away, toY, to, toY);
  }

  private void box(Markup svg, String name) {
    Node node = graph.node(name);
    String shape =
        graph.shape(name).dimensions().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(" \u00d7 "));
    svg.open("g", "class", kind(node)).leaf("title", name);
    svg.empty(
        "rect",
        "x",
        String.valueOf(x(name) - BOX_WIDTH / 2),
        "y",
        String.valueOf(y(name)),
        "width",
        String.valueOf(BOX_WIDTH),
        "height",
        String.valueOf(BOX_HEIGHT),
        "rx",
        "6");
    line(svg, name, 19, "name", shortened(name));
    line(svg, name, 35, "detail", node.type() + ", " + shape);
    svg.close().line();
  }

  private void line(Markup svg, String name, int below, String style, String text) {
    svg.leaf(
        "text",
        text,
        "class",
        style,
        "x",
        String.valueOf(x(name)),
        "y",
        String.valueOf(y(name) + below),
        "text-anchor",
        "middle");
  }

  private static String kind(Node node) {
    return switch (node) {
      case Connection _ -> "connection";
      case Population _ -> "population";
      default -> "other";
    };
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "\u2026";
  }

  private int x(String name) {
    return (int) (width / 2.0 + places.column(name) * COLUMN);
  }

  private int y(String name) {
    return MARGIN / 2 + places.row(name) * ROW;
  }
}

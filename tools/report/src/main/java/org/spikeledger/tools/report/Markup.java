package org.spikeledger.tools.report;

import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes HTML that is well-formed XML too. All text and attribute values are escaped here and
 * nowhere else; characters that XML does not know become U+FFFD.
 */
final class Markup {

  private final XMLStreamWriter writer;

  Markup(Writer target) {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(target);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts the document. */
  Markup doctype() {
    return emit(() -> writer.writeDTD("<!DOCTYPE html>\n"));
  }

  /** Opens an element with attributes given as names and values in turn. */
  Markup open(String element, String... attributes) {
    return emit(
        () -> {
          writer.writeStartElement(element);
          writeAttributes(attributes);
        });
  }

  /** Closes the element opened last. */
  Markup close() {
    return emit(
        () -> {
          writer.writeCharacters("");
          writer.writeEndElement();
        });
  }

  /** An element without content. */
  Markup empty(String element, String... attributes) {
    return emit(
        () -> {
          writer.writeEmptyElement(element);
          writeAttributes(attributes);
        });
  }

  /** A name and a value, in a list of facts. */
  Markup fact(String name, String value) {
    return open("div").leaf("dt", name).leaf("dd", value).close().line();
  }

  /** An element that holds text only. */
  Markup leaf(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Text inside the open element. */
  Markup text(String text) {
    return emit(() -> writer.writeCharacters(known(text)));
  }

  /**
   * A script, which holds no {@code ]]>} and no closing tag. Its text in HTML, which a policy can
   * name by its hash, is {@link #scriptText}.
   */
  Markup script(String source) {
    open("script").text("//");
    return emit(() -> writer.writeCData("\n" + source + "\n//")).close();
  }

  /** A script's text as HTML understands it: XML's marks stand in comments. */
  static String scriptText(String source) {
    return "//<![CDATA[\n" + source + "\n//]]>";
  }

  /** A line break in the source, for people who read it. */
  Markup line() {
    return text("\n");
  }

  /** Writes what is still held back. */
  void flush() {
    emit(writer::flush);
  }

  private void writeAttributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], known(attributes[i + 1]));
    }
  }

  private static String known(String text) {
    StringBuilder known = new StringBuilder(text.length());
    text.codePoints().map(each -> isKnown(each) ? each : 0xFFFD).forEach(known::appendCodePoint);
    return known.toString();
  }

  private static boolean isKnown(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || (codePoint >= 0x20 && codePoint <= 0x7E)
        || (codePoint >= 0xA0 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint > 0xFFFF;
  }

  private Markup emit(Emission emission) {
    try {
      emission.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** One call of the stream writer. */
  @FunctionalInterface
  private interface Emission {
    void run() throws XMLStreamException;
  }
}

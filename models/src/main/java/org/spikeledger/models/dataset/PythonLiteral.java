package org.spikeledger.models.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;

/**
 * Reads what stands in the header of a .npy file: a Python literal of dictionaries, tuples, lists,
 * strings, whole numbers, True and False. Nothing is evaluated.
 */
final class PythonLiteral {

  private static final int DEEPEST = 8;

  private final String text;
  private final String where;
  private int at;
  private int depth;

  private PythonLiteral(String text, String where) {
    this.text = text;
    this.where = where;
  }

  /**
   * The one value that a text holds: a Map, a List, a String, a Long or a Boolean.
   *
   * @param where for messages
   */
  static Object parse(String text, String where) {
    PythonLiteral literal = new PythonLiteral(text, where);
    Object value = literal.value();
    literal.skipSpace();
    if (literal.at < text.length()) {
      throw literal.malformed();
    }
    return value;
  }

  private Object value() {
    skipSpace();
    return switch (peek()) {
      case '{' -> dictionary();
      case '(' -> sequence(')');
      case '[' -> sequence(']');
      case '\'', '"' -> string();
      case 'T' -> word("True", true);
      case 'F' -> word("False", false);
      default -> number();
    };
  }

  private Map<String, Object> dictionary() {
    open();
    Map<String, Object> entries = new LinkedHashMap<>();
    while (!closes('}')) {
      if (!(value() instanceof String key)) {
        throw malformed();
      }
      expect(':');
      if (entries.put(key, value()) != null) {
        throw malformed();
      }
      comma('}');
    }
    return entries;
  }

  private List<Object> sequence(char end) {
    open();
    List<Object> values = new ArrayList<>();
    while (!closes(end)) {
      values.add(value());
      comma(end);
    }
    return values;
  }

  private String string() {
    char quote = text.charAt(at++);
    int end = text.indexOf(quote, at);
    if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
      throw malformed();
    }
    String string = text.substring(at, end);
    at = end + 1;
    return string;
  }

  private Boolean word(String word, boolean value) {
    if (!text.startsWith(word, at)) {
      throw malformed();
    }
    at += word.length();
    return value;
  }

  private Long number() {
    int from = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    try {
      return Long.valueOf(text.substring(from, at));
    } catch (NumberFormatException none) {
      throw malformed();
    }
  }

  private void open() {
    at++;
    depth++;
    if (depth > DEEPEST) {
      throw malformed();
    }
  }

  private boolean closes(char end) {
    skipSpace();
    if (peek() != end) {
      return false;
    }
    at++;
    depth--;
    return true;
  }

  private void comma(char end) {
    skipSpace();
    if (peek() != end) {
      expect(',');
    }
  }

  private void expect(char expected) {
    skipSpace();
    if (peek() != expected) {
      throw malformed();
    }
    at++;
  }

  private char peek() {
    if (at == text.length()) {
      throw malformed();
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private BadInputException malformed() {
    return new BadInputException(
        "the header of a .npy file is a dictionary of its type, order and shape: character=%d %s"
            .formatted(at, where));
  }
}

package org.spikeledger.tools.cli.zoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;

/**
 * A field of a card that holds others, as tables: a row an element of a list, else a row a field.
 */
final class CardField {

  private CardField() {}

  static String text(String name, JsonNode value) {
    return isList(value) ? list(name, value) : fields(name, value);
  }

  private static String list(String name, JsonNode elements) {
    Set<String> keys = new LinkedHashSet<>();
    elements.forEach(element -> element.fieldNames().forEachRemaining(keys::add));
    List<Column> columns = new ArrayList<>();
    for (String key : keys) {
      boolean isNumber = elements.get(0).path(key).isNumber();
      String header = columns.isEmpty() ? name + ": " + key : key;
      columns.add(isNumber ? Column.number(header) : Column.text(header));
    }
    Table table = new Table(columns);
    for (JsonNode element : elements) {
      table.row(keys.stream().map(key -> cell(element.path(key))).toList());
    }
    return table.text();
  }

  private static String fields(String name, JsonNode value) {
    Table table = Table.of(Column.text(name), Column.text("value"));
    StringBuilder others = new StringBuilder();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (isList(field.getValue()) || field.getValue().isObject()) {
        others.append('\n').append(text(name + "." + field.getKey(), field.getValue()));
      } else {
        table.row(field.getKey(), plain(field.getValue()));
      }
    }
    return table.text() + others;
  }

  private static boolean isList(JsonNode value) {
    return value.isArray() && !value.isEmpty() && value.get(0).isObject();
  }

  private static String cell(JsonNode value) {
    if (value.isIntegralNumber()) {
      return Figures.whole(value.asLong());
    }
    if (value.isNumber()) {
      return String.format(Locale.ROOT, "%.5g", value.asDouble());
    }
    return plain(value);
  }

  private static String plain(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}

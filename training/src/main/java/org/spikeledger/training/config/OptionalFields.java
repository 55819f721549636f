package org.spikeledger.training.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The fields that a configuration may leave out, and what they then are.
 *
 * @param fields each once
 */
public record OptionalFields(List<Field> fields) {
  /**
   * Of a training on images: {@code deterministic} (false), {@code augmentation.cutout} (0), {@code
   * conversion.steps} (0), {@code conversion.keepsNormalisation} (false), {@code export.width} (1),
   * and of every stage {@code from} (the stage before), {@code initialThreshold} (0), {@code
   * spikePenalty} (0), {@code teacher} (none), {@code measureEvery} (1) and {@code averagedEpochs}
   * (0).
   */
  static final OptionalFields VISION =
      new OptionalFields(
          List.of(
              new Field("", "deterministic", BooleanNode.FALSE),
              new Field("augmentation", "cutout", IntNode.valueOf(0)),
              new Field("conversion", "steps", IntNode.valueOf(0)),
              new Field("conversion", "keepsNormalisation", BooleanNode.FALSE),
              new Field("export", "width", DoubleNode.valueOf(1)),
              new Field("stages", "from", TextNode.valueOf("")),
              new Field("stages", "initialThreshold", DoubleNode.valueOf(0)),
              new Field("stages", "spikePenalty", DoubleNode.valueOf(0)),
              new Field("stages", "teacher", TextNode.valueOf("")),
              new Field("stages", "measureEvery", IntNode.valueOf(1)),
              new Field("stages", "averagedEpochs", IntNode.valueOf(0))));

  /** Copies the list. */
  public OptionalFields {
    fields = List.copyOf(fields);
  }

  /**
   * A field of the configuration, of an object in it or of each object in a list of it.
   *
   * @param parent name of that object or list; empty for the configuration itself
   * @param name of the field
   * @param usual its value where it is left out
   */
  public record Field(String parent, String name, JsonNode usual) {}

  /** Gives those that are missing their default. */
  public void fill(ObjectNode configuration) {
    forEach(
        configuration,
        (object, field) -> {
          if (!object.has(field.name())) {
            object.set(field.name(), field.usual());
          }
        });
  }

  /** Takes away those that have their default. */
  public void leaveOut(ObjectNode configuration) {
    forEach(
        configuration,
        (object, field) -> {
          if (field.usual().equals(object.get(field.name()))) {
            object.remove(field.name());
          }
        });
  }

  private void forEach(ObjectNode configuration, BiConsumer<ObjectNode, Field> work) {
    for (Field field : fields) {
      JsonNode parent =
          field.parent().isEmpty() ? configuration : configuration.path(field.parent());
      Iterable<JsonNode> objects = parent.isArray() ? parent : List.of(parent);
      for (JsonNode object : objects) {
        if (object instanceof ObjectNode found) {
          work.accept(found, field);
        }
      }
    }
  }
}

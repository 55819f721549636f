package org.spikeledger.models.nir;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/** The fields of one node in a file, or of its metadata; remembers which of them were read. */
final class NodeFields {

  private static final String METADATA = "metadata";

  private final String node;
  private final HdfGroup group;
  private final Set<String> read = new HashSet<>();

  NodeFields(String node, HdfGroup group) {
    this.node = node;
    this.group = group;
    read.add(METADATA);
  }

  /** The node's name. */
  String node() {
    return node;
  }

  boolean has(String field) {
    return group.has(field);
  }

  /** The node's metadata, whose fields are read in the same way. */
  Optional<NodeFields> metadata() {
    return has(METADATA)
        ? Optional.of(new NodeFields(node, group.group(METADATA)))
        : Optional.empty();
  }

  /** The bias of a convolution, unless its metadata says that there is none. */
  Optional<Tensor> bias() {
    Optional<Tensor> inFile = optionalNumbers("bias").map(NumericField::toTensor);
    boolean none =
        metadata()
            .filter(said -> said.has(MetadataKeys.BIAS))
            .map(said -> said.whole(MetadataKeys.BIAS) == 0)
            .orElse(false);
    return none ? Optional.empty() : inFile;
  }

  NumericField numbers(String field) {
    return dataset(field).numbers();
  }

  Optional<NumericField> optionalNumbers(String field) {
    return has(field) ? Optional.of(numbers(field)) : Optional.empty();
  }

  Tensor tensor(String field) {
    return dataset(field).tensor();
  }

  boolean isText(String field) {
    return dataset(field).isText();
  }

  String text(String field) {
    return dataset(field).text();
  }

  /** A text that names a constant. */
  <E extends Enum<E>> E constant(String field, Class<E> type) {
    String text = text(field);
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException unknown) {
      throw new BadInputException(
          "the value is not known: %s=%s node=%s".formatted(field, text, node), unknown);
    }
  }

  /** One whole number. */
  int whole(String field) {
    NumericField numbers = numbers(field);
    requireSize(field, numbers, 1);
    return whole(field, numbers, 0);
  }

  /** Whole numbers, as many as said. */
  int[] wholes(String field, int count) {
    NumericField numbers = numbers(field);
    requireSize(field, numbers, count);
    return wholes(field, numbers);
  }

  /** One whole number for both axes, or one for each. */
  Extent2d pair(String field) {
    NumericField numbers = numbers(field);
    requireSize(field, numbers, numbers.isSingle() ? 1 : 2);
    return new Extent2d(
        whole(field, numbers, 0), whole(field, numbers, numbers.isSingle() ? 0 : 1));
  }

  /** A vector of extents. */
  Shape shape(String field) {
    NumericField numbers = numbers(field);
    if (numbers.rank() > 1 || numbers.size() > HdfLimits.RANK) {
      throw new BadInputException(
          "a shape is a vector of at most %d extents: extents=%d node=%s field=%s"
              .formatted(HdfLimits.RANK, numbers.size(), node, field));
    }
    try {
      return Shape.of(wholes(field, numbers));
    } catch (BadInputException refused) {
      throw new BadInputException(
          refused.getMessage() + " node=" + node + " field=" + field, refused);
    }
  }

  Optional<Shape> optionalShape(String field) {
    return has(field) ? Optional.of(shape(field)) : Optional.empty();
  }

  /** Says which fields nobody asked for. */
  void warnOfUnread(ImportNotes notes) {
    for (String field : group.names()) {
      if (!read.contains(field)) {
        notes.warn("the field is not known and was not read: field=" + field + " node=" + node);
      }
    }
  }

  private HdfDataset dataset(String field) {
    read.add(field);
    if (!group.has(field)) {
      throw new BadInputException("a node's field is missing: field=" + field + " node=" + node);
    }
    return group.dataset(field);
  }

  private int[] wholes(String field, NumericField numbers) {
    int[] wholes = new int[numbers.size()];
    for (int i = 0; i < wholes.length; i++) {
      wholes[i] = whole(field, numbers, i);
    }
    return wholes;
  }

  private int whole(String field, NumericField numbers, int index) {
    double value = numbers.get(index);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new BadInputException(
          "a whole number of 32 bits is expected: %s=%s node=%s".formatted(field, value, node));
    }
    return (int) value;
  }

  private void requireSize(String field, NumericField numbers, int count) {
    if (numbers.size() != count) {
      throw new BadInputException(
          "the number of values is %d: values=%d field=%s node=%s"
              .formatted(count, numbers.size(), field, node));
    }
  }
}

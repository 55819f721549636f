package org.spikeledger.models.nir;

import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/**
 * A group of an HDF5 file that is written. Arrays are one chunk, shuffled and deflated; small ones
 * and scalars lie as they are, and so do very large ones, which are then read by slices.
 */
final class HdfOutput {

  private static final int SMALLEST_DEFLATED_BYTES = 1024;
  private static final long LARGEST_DEFLATED_BYTES = 1L << 24;
  private static final int DEFLATE_LEVEL = 4;
  private static final String METADATA = "metadata";

  private final WritableGroup group;
  private final WrittenMetadata kept;

  /**
   * @param group null where nothing is written
   */
  private HdfOutput(WritableGroup group, WrittenMetadata kept) {
    this.group = group;
    this.kept = kept;
  }

  static HdfOutput root(WritableGroup file, WrittenMetadata kept) {
    return new HdfOutput(file, kept);
  }

  HdfOutput group(String name) {
    return group == null ? this : new HdfOutput(group.putGroup(name), kept);
  }

  /** The group for what NIR cannot say of a node or network; leads nowhere if that is dropped. */
  HdfOutput metadata() {
    return kept == WrittenMetadata.NONE ? new HdfOutput(null, kept) : group(METADATA);
  }

  /** The group for how a node computes in timesteps; leads nowhere if that is dropped. */
  HdfOutput rules() {
    return kept == WrittenMetadata.ALL ? group(METADATA) : new HdfOutput(null, kept);
  }

  void text(String name, String text) {
    put(name, checked(name, text));
  }

  void texts(String name, String[] texts) {
    for (String text : texts) {
      checked(name, text);
    }
    put(name, texts);
  }

  void textPairs(String name, String[][] pairs) {
    for (String[] pair : pairs) {
      checked(name, pair[0]);
      checked(name, pair[1]);
    }
    put(name, pairs);
  }

  void whole(String name, long value) {
    put(name, value);
  }

  void wholes(String name, long... values) {
    put(name, values);
  }

  void shape(String name, Shape shape) {
    wholes(name, shape.dimensions().stream().mapToLong(Integer::longValue).toArray());
  }

  void doubles(String name, double[] values) {
    doubles(name, Shape.of(values.length), values);
  }

  void doubles(String name, Shape shape, double[] values) {
    array(name, NestedArray.of(shape, values), (long) values.length * Double.BYTES);
  }

  void floats(String name, Tensor tensor) {
    if (tensor.isScalar()) {
      put(name, tensor.get(0));
    } else {
      Object nested = NestedArray.of(tensor.shape(), tensor.toArray());
      array(name, nested, (long) tensor.size() * Float.BYTES);
    }
  }

  private void array(String name, Object nested, long bytes) {
    if (bytes < SMALLEST_DEFLATED_BYTES || bytes > LARGEST_DEFLATED_BYTES) {
      put(name, nested);
    } else if (group != null) {
      group.putDataset(
          name, nested, DatasetCreationOptions.builder().shuffle().deflate(DEFLATE_LEVEL).build());
    }
  }

  private void put(String name, Object data) {
    if (group != null) {
      group.putDataset(name, data);
    }
  }

  private static String checked(String name, String text) {
    if (text.indexOf('\0') >= 0 || text.length() > HdfLimits.TEXT_LENGTH) {
      throw new BadInputException(
          "a text in a file has no character 0 and at most %d characters: dataset=%s characters=%d"
              .formatted(HdfLimits.TEXT_LENGTH, name, text.length()));
    }
    return text;
  }
}

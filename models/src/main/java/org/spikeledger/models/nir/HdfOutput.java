package org.spikeledger.models.nir;

import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/**
 * A group of an HDF5 file that is written. Large arrays are one chunk, shuffled and deflated; small
 * ones and scalars lie as they are.
 */
final class HdfOutput {

  private static final int SMALLEST_DEFLATED_BYTES = 1024;
  private static final int DEFLATE_LEVEL = 4;

  private final WritableGroup group;

  HdfOutput(WritableGroup group) {
    this.group = group;
  }

  HdfOutput group(String name) {
    return new HdfOutput(group.putGroup(name));
  }

  void text(String name, String text) {
    group.putDataset(name, checked(name, text));
  }

  void texts(String name, String[] texts) {
    for (String text : texts) {
      checked(name, text);
    }
    group.putDataset(name, texts);
  }

  void textPairs(String name, String[][] pairs) {
    for (String[] pair : pairs) {
      checked(name, pair[0]);
      checked(name, pair[1]);
    }
    group.putDataset(name, pairs);
  }

  void whole(String name, long value) {
    group.putDataset(name, value);
  }

  void wholes(String name, long... values) {
    group.putDataset(name, values);
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
      group.putDataset(name, tensor.get(0));
    } else {
      Object nested = NestedArray.of(tensor.shape(), tensor.toArray());
      array(name, nested, (long) tensor.size() * Float.BYTES);
    }
  }

  private void array(String name, Object nested, long bytes) {
    if (bytes < SMALLEST_DEFLATED_BYTES) {
      group.putDataset(name, nested);
    } else {
      group.putDataset(
          name, nested, DatasetCreationOptions.builder().shuffle().deflate(DEFLATE_LEVEL).build());
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

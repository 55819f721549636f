package org.spikeledger.training.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.config.Augmentation;

/** Makes batches of images: crop, flip, normalise, hide. Immutable. */
public final class BatchMaker {
  private static final int BYTES = 256;

  private final Dataset images;
  private final Shape shape;
  private final float[][] currents;

  /** Makes batches of these images; the normalisation speaks of their channels. */
  public BatchMaker(Dataset images, Normalisation normalisation) {
    this.images = images;
    shape = images.imageShape();
    currents = new float[shape.channels()][BYTES];
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int pixel = 0; pixel < BYTES; pixel++) {
        currents[channel][pixel] = normalisation.value(channel, pixel);
      }
    }
  }

  /** How many images there are. */
  public int size() {
    return images.size();
  }

  /** Images as they are, from a position on; tensors belong to the caller's scope. */
  public Batch plain(int from, int size) {
    return plain(IntStream.range(from, from + size).toArray());
  }

  /** Images by index, as they are; tensors belong to the caller's scope. */
  public Batch plain(int[] indices) {
    return prepare(indices, Augmentation.NONE, new SplittableRandom(0)).tensors();
  }

  /** Images by index, each varied by draws from the random stream. */
  PreparedBatch prepare(int[] indices, Augmentation augmentation, SplittableRandom random) {
    float[] values = new float[indices.length * shape.size()];
    long[] labels = new long[indices.length];
    byte[] image = new byte[shape.size()];
    for (int i = 0; i < indices.length; i++) {
      images.image(indices[i], image);
      Variation variation = Variation.draw(augmentation, shape, random);
      copy(image, variation, values, i * shape.size());
      hide(variation.hidden(), values, i * shape.size());
      labels[i] = images.label(indices[i]);
    }
    return new PreparedBatch(shape, values, labels);
  }

  // A crop that reaches over the edge sees black there.
  private void copy(byte[] image, Variation variation, float[] target, int offset) {
    int rows = shape.rows();
    int columns = shape.columns();
    int channels = shape.channels();
    for (int channel = 0; channel < channels; channel++) {
      int next = offset + channel;
      for (int row = 0; row < rows; row++) {
        int fromRow = variation.sourceRow(row);
        boolean rowInside = fromRow >= 0 && fromRow < rows;
        for (int column = 0; column < columns; column++) {
          int fromColumn = variation.sourceColumn(column, columns);
          boolean inside = rowInside && fromColumn >= 0 && fromColumn < columns;
          int from = (channel * rows + fromRow) * columns + fromColumn;
          target[next] = currents[channel][inside ? Byte.toUnsignedInt(image[from]) : 0];
          next += channels;
        }
      }
    }
  }

  // What is hidden is neither dark nor bright: the normalised mean.
  private void hide(Variation.Square hidden, float[] target, int offset) {
    for (int row = hidden.top(); row < hidden.bottom(); row++) {
      int start = offset + row * shape.columns() * shape.channels();
      Arrays.fill(
          target,
          start + hidden.left() * shape.channels(),
          start + hidden.right() * shape.channels(),
          0f);
    }
  }
}

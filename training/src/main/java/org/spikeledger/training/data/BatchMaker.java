package org.spikeledger.training.data;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.config.Augmentation;
import org.spikeledger.training.config.Normalisation;
import org.spikeledger.training.libtorch.FloatTensors;

/** Copies images into tensors: crop, flip, normalise. Tensors belong to the caller's scope. */
public final class BatchMaker {
  private static final Augmentation NONE = new Augmentation(0, false);

  private final Dataset images;
  private final Shape shape;
  private final float[] currents = new float[256];

  /** Makes batches of these images. */
  public BatchMaker(Dataset images, Normalisation normalisation) {
    this.images = images;
    shape = images.imageShape();
    for (int pixel = 0; pixel < currents.length; pixel++) {
      currents[pixel] = normalisation.current(pixel);
    }
  }

  /** How many images there are. */
  public int size() {
    return images.size();
  }

  /** Channels, rows, columns of an image. */
  public Shape imageShape() {
    return shape;
  }

  /** Images as they are, from a position on. */
  public Batch plain(int from, int size) {
    return augmented(IntStream.range(from, from + size).toArray(), NONE, new SplittableRandom(0));
  }

  /** Images by index, each varied by draws from the random stream. */
  public Batch augmented(int[] indices, Augmentation augmentation, SplittableRandom random) {
    float[] values = new float[indices.length * shape.size()];
    long[] labels = new long[indices.length];
    byte[] image = new byte[shape.size()];
    for (int i = 0; i < indices.length; i++) {
      images.image(indices[i], image);
      copy(image, Variation.draw(augmentation, random), values, i * shape.size());
      labels[i] = images.label(indices[i]);
    }
    Tensor tensor =
        FloatTensors.of(values, indices.length, shape.channels(), shape.rows(), shape.columns());
    return new Batch(FloatTensors.dense(tensor), torch.tensor(labels), indices.length);
  }

  private void copy(byte[] image, Variation variation, float[] target, int offset) {
    int rows = shape.rows();
    int columns = shape.columns();
    int next = offset;
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int row = 0; row < rows; row++) {
        int fromRow = variation.sourceRow(row);
        for (int column = 0; column < columns; column++) {
          int fromColumn = variation.sourceColumn(column, columns);
          boolean inside =
              fromRow >= 0 && fromRow < rows && fromColumn >= 0 && fromColumn < columns;
          int from = (channel * rows + fromRow) * columns + fromColumn;
          target[next++] = currents[inside ? Byte.toUnsignedInt(image[from]) : 0];
        }
      }
    }
  }
}

package org.spikeledger.training.data;

import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.config.Augmentation;
import org.spikeledger.training.config.Normalisation;
import org.spikeledger.training.libtorch.FloatTensors;

/** Copies images into tensors: crop, flip, normalise. Tensors belong to the caller's scope. */
public final class BatchMaker {
  private static final Augmentation NONE = new Augmentation(0, false);

  private final LabelledImages images;
  private final float[] currents = new float[256];

  /** Makes batches of these images. */
  public BatchMaker(LabelledImages images, Normalisation normalisation) {
    this.images = images;
    for (int pixel = 0; pixel < currents.length; pixel++) {
      currents[pixel] = normalisation.current(pixel);
    }
  }

  /** Images as they are, from a position on. */
  public Batch plain(int from, int size) {
    int[] indices = new int[size];
    for (int i = 0; i < size; i++) {
      indices[i] = from + i;
    }
    return augmented(indices, NONE, new SplittableRandom(0));
  }

  /** Images by index, each varied by draws from the random stream. */
  public Batch augmented(int[] indices, Augmentation augmentation, SplittableRandom random) {
    float[] values = new float[indices.length * images.pixelsPerImage()];
    long[] labels = new long[indices.length];
    for (int i = 0; i < indices.length; i++) {
      int padding = augmentation.cropPadding();
      int down = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
      int right = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
      boolean flip = augmentation.horizontalFlip() && random.nextBoolean();
      copy(indices[i], down, right, flip, values, i * images.pixelsPerImage());
      labels[i] = images.label(indices[i]);
    }
    Tensor tensor =
        FloatTensors.of(values, indices.length, images.rows(), images.columns(), images.channels());
    return new Batch(
        FloatTensors.dense(tensor.permute(0, 3, 1, 2)), torch.tensor(labels), indices.length);
  }

  private void copy(int image, int down, int right, boolean flip, float[] target, int offset) {
    int base = image * images.pixelsPerImage();
    int columns = images.columns();
    int channels = images.channels();
    int next = offset;
    for (int row = 0; row < images.rows(); row++) {
      for (int column = 0; column < columns; column++) {
        int fromRow = row + down;
        int fromColumn = (flip ? columns - 1 - column : column) + right;
        boolean inside =
            fromRow >= 0 && fromRow < images.rows() && fromColumn >= 0 && fromColumn < columns;
        int from = base + (fromRow * columns + fromColumn) * channels;
        for (int channel = 0; channel < channels; channel++) {
          target[next++] = currents[inside ? images.pixels()[from + channel] & 0xff : 0];
        }
      }
    }
  }
}

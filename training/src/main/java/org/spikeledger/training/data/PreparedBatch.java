package org.spikeledger.training.data;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.libtorch.FloatTensors;

/** Some images as arrays, made on any thread; {@link #tensors} then makes them libtorch's. */
final class PreparedBatch {
  private final Shape shape;
  private final float[] values;
  private final long[] labels;

  /**
   * Takes over its arrays.
   *
   * @param shape channels, rows, columns of an image
   * @param values currents, image by image, row, column, channel
   * @param labels one an image
   */
  PreparedBatch(Shape shape, float[] values, long[] labels) {
    this.shape = shape;
    this.values = values;
    this.labels = labels;
  }

  /** Tensors that belong to the caller's scope. */
  Batch tensors() {
    Tensor images =
        FloatTensors.emptyMaps(labels.length, shape.channels(), shape.rows(), shape.columns());
    FloatTensors.buffer(images).put(values);
    return new Batch(FloatTensors.dense(images), torch.tensor(labels), labels.length);
  }
}

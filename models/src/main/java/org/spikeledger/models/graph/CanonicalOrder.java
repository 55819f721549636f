package org.spikeledger.models.graph;

/**
 * The order of a layer's neurons inside the engine, in digests and in traces: row, column, channel
 * for a feature map; position, channel for a sequence (channels, length); index order for any other
 * shape. NIR's order (channel, row, column) is what networks, exports and messages show.
 */
public final class CanonicalOrder {

  private final int channels;
  private final int positions;

  private CanonicalOrder(int channels, int positions) {
    this.channels = channels;
    this.positions = positions;
  }

  /** The order of a layer of this shape. */
  public static CanonicalOrder of(Shape shape) {
    return shape.isMap() || shape.isSequence()
        ? new CanonicalOrder(shape.channels(), shape.rows() * shape.columns())
        : new CanonicalOrder(1, shape.size());
  }

  /** The canonical index of the neuron at this NIR index. */
  public int fromNir(int nirIndex) {
    return (nirIndex % positions) * channels + nirIndex / positions;
  }

  /** The NIR index of the neuron at this canonical index. */
  public int toNir(int canonicalIndex) {
    return (canonicalIndex % channels) * positions + canonicalIndex / channels;
  }

  /** The canonical index by NIR index. */
  public int[] canonicalOfNir() {
    int[] canonical = new int[channels * positions];
    for (int i = 0; i < canonical.length; i++) {
      canonical[i] = fromNir(i);
    }
    return canonical;
  }

  /** Values of a layer, given in NIR's order, in canonical order. */
  public float[] fromNir(float[] nirValues) {
    float[] canonical = new float[nirValues.length];
    for (int i = 0; i < nirValues.length; i++) {
      canonical[fromNir(i)] = nirValues[i];
    }
    return canonical;
  }
}

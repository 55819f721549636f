package org.spikeledger.simulator.quantise;

import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SliceSource;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.plan.RowFormat;

/** What 1 stands for in the currents of each channel of a population. */
final class ChannelScales {

  /** More weights stay where they are and are made whole slice by slice. */
  private static final int MOST_IN_MEMORY = 1 << 22;

  private final Shape shape;
  private final double[] largest;

  ChannelScales(Shape shape) {
    this.shape = shape;
    largest = new double[shape.channels()];
  }

  /**
   * Takes the weights of one incoming edge into account.
   *
   * @param weight whose outermost dimension are the channels, or a scalar for all
   * @param unit what an arriving event of 1 stands for
   */
  void cover(Tensor weight, double unit) {
    weight.forEach((index, value) -> cover(weight, index, Math.abs(value * unit)));
  }

  private void cover(Tensor weight, int index, double magnitude) {
    if (weight.isScalar()) {
      for (int channel = 0; channel < largest.length; channel++) {
        largest[channel] = Math.max(largest[channel], magnitude);
      }
    } else {
      int channel = channel(weight, index);
      largest[channel] = Math.max(largest[channel], magnitude);
    }
  }

  private int channel(Tensor weight, int index) {
    return (int) ((long) index * largest.length / weight.size());
  }

  /** The scale of a channel; 1 where no weight differs from zero. */
  double of(int channel) {
    return largest[channel] == 0 ? 1 : largest[channel] / RowFormat.LARGEST;
  }

  /** The scale of the channel of a neuron by its index in NIR's order. */
  double ofNeuron(int index) {
    return of((int) ((long) index * largest.length / shape.size()));
  }

  /** The scale of every neuron, rounded to float32. */
  Tensor ofNeurons() {
    float[] scales = new float[shape.size()];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = (float) ofNeuron(i);
    }
    return Tensor.adopt(shape, scales);
  }

  /**
   * Whole weights.
   *
   * @param weight whose outermost dimension are the channels
   * @param unit what an arriving event of 1 stands for
   */
  Tensor quantised(Tensor weight, double unit) {
    SliceSource whole =
        (from, into, offset, count) -> {
          float[] slice = offset == 0 ? into : new float[count];
          weight.read(from, slice, count);
          for (int i = 0; i < count; i++) {
            into[offset + i] = whole(slice[i] * unit / of(channel(weight, from + i)));
          }
        };
    if (weight.size() > MOST_IN_MEMORY) {
      return Tensor.sliced(weight.shape(), whole);
    }
    float[] values = new float[weight.size()];
    whole.read(0, values, 0, values.length);
    return Tensor.adopt(weight.shape(), values);
  }

  /** A bias of one value a channel. */
  Tensor quantisedBias(Tensor bias) {
    float[] values = bias.toArray();
    for (int channel = 0; channel < values.length; channel++) {
      values[channel] = whole(values[channel] / of(channel));
    }
    return Tensor.adopt(bias.shape(), values);
  }

  /** Rounds to a whole number, halves to the even one; never -0.0. */
  static float whole(double value) {
    return (float) Math.rint(value) + 0f;
  }
}

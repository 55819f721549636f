package org.spikeledger.training.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.config.LayerConfiguration;
import org.spikeledger.training.config.NetworkConfiguration;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Makes weighted layers from a configuration. Weights are drawn from a normal distribution with
 * variance 2 / fan-in (He et al. 2015); there is no bias.
 */
public final class InitialLayers {
  private final SplittableRandom random;
  private final List<WeightedLayer> layers = new ArrayList<>();
  private final List<Transform> pending = new ArrayList<>();
  private int channels;
  private int rows;
  private int columns;
  private boolean flat;

  private InitialLayers(int channels, int rows, int columns, SplittableRandom random) {
    this.channels = channels;
    this.rows = rows;
    this.columns = columns;
    this.random = random;
  }

  /**
   * The layers of a network for inputs of a shape, a map or a flat one.
   *
   * @throws BadInputException where a map becomes smaller than one pixel, or a layer has too many
   *     weights
   */
  public static List<WeightedLayer> make(
      NetworkConfiguration network, Shape input, SplittableRandom random) {
    InitialLayers builder =
        new InitialLayers(input.channels(), input.rows(), input.columns(), random);
    builder.flat = !input.isMap();
    network.layers().forEach(builder::add);
    return List.copyOf(builder.layers);
  }

  private void add(LayerConfiguration layer) {
    switch (layer) {
      case LayerConfiguration.Convolution convolution -> addConvolution(convolution);
      case LayerConfiguration.ResidualBlock block -> addBlock(block);
      case LayerConfiguration.AveragePool pool -> addPool(pool);
      case LayerConfiguration.Dropout dropout ->
          pending.add(new Transform.Dropout(dropout.probability()));
      case LayerConfiguration.Linear linear -> addLinear(linear);
    }
  }

  private void addConvolution(LayerConfiguration.Convolution layer) {
    Synapses synapses =
        convolution(channels, layer.channels(), layer.kernel(), layer.stride(), layer.padding());
    addWeighted("conv", synapses, null);
    channels = layer.channels();
    resize(places(rows, layer), places(columns, layer));
  }

  /** Where the kernel fits; none where it is larger than what it slides over. */
  private static int places(int extent, LayerConfiguration.Convolution layer) {
    return Math.floorDiv(extent + 2 * layer.padding() - layer.kernel(), layer.stride()) + 1;
  }

  private void addBlock(LayerConfiguration.ResidualBlock block) {
    int first = layers.size();
    int channelsBefore = channels;
    addConvolution(new LayerConfiguration.Convolution(block.channels(), 3, block.stride(), 1));
    Synapses own = convolution(channels, channels, 3, 1, 1);
    boolean same = block.stride() == 1 && channelsBefore == channels;
    Synapses projection = same ? null : convolution(channelsBefore, channels, 1, block.stride(), 0);
    addWeighted("conv", own, new Shortcut(first, projection));
  }

  private Synapses convolution(int in, int out, int kernel, int stride, int padding) {
    Tensor weight = weight((double) in * kernel * kernel, out, in, kernel, kernel);
    return new Synapses.Convolution(weight, null, stride, padding);
  }

  private void addPool(LayerConfiguration.AveragePool pool) {
    pending.add(new Transform.AveragePooling(pool.size()));
    resize(rows / pool.size(), columns / pool.size());
  }

  private void addLinear(LayerConfiguration.Linear layer) {
    if (!flat) {
      pending.add(new Transform.Flattening());
      channels = size("values", channels, rows, columns);
      flat = true;
    }
    Tensor weight = weight(channels, layer.units(), channels);
    addWeighted("linear", new Synapses.Linear(weight, null), null);
    channels = layer.units();
  }

  private void addWeighted(String kind, Synapses synapses, Shortcut shortcut) {
    layers.add(new WeightedLayer(kind + (layers.size() + 1), pending, synapses, shortcut));
    pending.clear();
  }

  private void resize(int newRows, int newColumns) {
    if (newRows < 1 || newColumns < 1) {
      throw new BadInputException(
          "a map has at least one pixel: rows="
              + newRows
              + ", columns="
              + newColumns
              + ", after network.layers weighted layer "
              + layers.size());
    }
    rows = newRows;
    columns = newColumns;
  }

  /** The product of extents that are at most 2^31 - 1 each. */
  private int size(String what, long... shape) {
    long size = 1;
    for (long side : shape) {
      size *= side;
      if (size > Integer.MAX_VALUE) {
        throw new BadInputException(
            "a layer has less than 2^31 %s: shape=%s, after network.layers weighted layer %d"
                .formatted(what, Arrays.toString(shape), layers.size()));
      }
    }
    return (int) size;
  }

  private Tensor weight(double fanIn, long... shape) {
    double deviation = Math.sqrt(2.0 / fanIn);
    float[] values = new float[size("weights", shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    return FloatTensors.parameter(FloatTensors.of(values, shape));
  }
}

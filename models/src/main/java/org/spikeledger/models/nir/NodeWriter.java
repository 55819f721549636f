package org.spikeledger.models.nir;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;

/** Writes one node into its group. */
final class NodeWriter {

  private final Graph graph;
  private final String name;
  private final HdfOutput output;

  NodeWriter(Graph graph, String name, HdfOutput output) {
    this.graph = graph;
    this.name = name;
    this.output = output;
  }

  void write() {
    Node node = graph.node(name);
    if (node instanceof Population population) {
      population(population);
      return;
    }
    if (node instanceof SparseLinear) {
      throw new BadInputException(
          "NIR has no node for this type: type=" + node.type() + " node=" + name);
    }
    output.text("type", node.type());
    switch (node) {
      case Input input -> output.shape("shape", input.shape());
      case Output end -> {
        output.shape("shape", graph.shape(name));
        if (!end.scale().isAll(1f)) {
          output.metadata().floats(MetadataKeys.SCALE, end.scale());
        }
      }
      case Conv2d conv -> convolution(conv);
      case Conv1d conv -> convolution(conv);
      case Scale scale -> output.floats("scale", scale.scale());
      case Linear linear -> output.floats("weight", linear.weight());
      case Affine affine -> {
        output.floats("weight", affine.weight());
        output.floats("bias", affine.biases());
      }
      case SumPool2d pool -> pool(pool);
      case AvgPool2d pool -> average(pool);
      case Delay delay -> delay(delay);
      case Flatten flatten -> flatten(flatten);
      case Population _, SparseLinear _ -> {}
    }
  }

  private void population(Population population) {
    PopulationEquation equation = new PopulationEquation(population);
    output.text("type", equation.type());
    // Every parameter in full: readers expect the layer's shape.
    Shape shape = graph.shape(name);
    equation.fields().forEach((field, value) -> parameter(field, shape, value));
    PopulationMetadata.write(population, output.rules());
  }

  private void parameter(String field, Shape shape, IntToDoubleFunction value) {
    double[] values = new double[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsDouble(i);
    }
    output.doubles(field, shape, values);
  }

  private void delay(Delay delay) {
    Shape shape = graph.shape(name);
    parameter("delay", shape, i -> delay.of(i) * PopulationEquation.TIMESTEP_SECONDS);
    output.rules().floats(MetadataKeys.DELAY, delay.timesteps());
  }

  private void convolution(Conv2d conv) {
    Shape arriving = graph.inputShape(name);
    output.wholes("input_shape", arriving.rows(), arriving.columns());
    output.floats("weight", conv.weight());
    bias(conv.bias(), conv.channelsOut());
    pair("stride", conv.stride());
    pair("dilation", conv.dilation());
    output.whole("groups", conv.groups());
    padding(conv);
    boolean asymmetric = !conv.padding().isSymmetric();
    if (asymmetric || conv.bias().isEmpty()) {
      metadata(conv, output.metadata());
    }
  }

  private void convolution(Conv1d conv) {
    output.wholes("input_shape", graph.inputShape(name).columns());
    output.floats("weight", conv.weight());
    bias(conv.bias(), conv.channelsOut());
    output.whole("stride", conv.stride());
    output.whole("dilation", conv.dilation());
    output.whole("groups", conv.groups());
    output.whole("padding", conv.paddingBefore());
    boolean asymmetric = conv.paddingBefore() != conv.paddingAfter();
    if (asymmetric || conv.bias().isEmpty()) {
      HdfOutput metadata = output.metadata();
      if (asymmetric) {
        metadata.wholes(MetadataKeys.PADDING, conv.paddingBefore(), conv.paddingAfter());
      }
      if (conv.bias().isEmpty()) {
        metadata.whole(MetadataKeys.BIAS, 0);
      }
    }
  }

  /** NIR's convolutions always have a bias. */
  private void bias(Optional<Tensor> bias, int channels) {
    Tensor none = Tensor.adopt(Shape.of(channels), new float[channels]);
    output.floats("bias", bias.orElse(none));
  }

  private void padding(Conv2d conv) {
    Padding padding = conv.padding();
    boolean same =
        !padding.isSymmetric()
            && conv.stride().equals(Extent2d.of(1))
            && padding.equals(SamePadding.of(conv.kernel(), conv.dilation()));
    if (same) {
      output.text("padding", "same");
    } else {
      output.wholes("padding", padding.top(), padding.left());
    }
  }

  private static void metadata(Conv2d conv, HdfOutput metadata) {
    Padding padding = conv.padding();
    if (!padding.isSymmetric()) {
      metadata.wholes(
          MetadataKeys.PADDING, padding.top(), padding.left(), padding.bottom(), padding.right());
    }
    if (conv.bias().isEmpty()) {
      metadata.whole(MetadataKeys.BIAS, 0);
    }
  }

  private void pool(Pool pool) {
    pair("kernel_size", pool.kernel());
    pair("stride", pool.stride());
    pair("padding", pool.padding());
  }

  private void average(AvgPool2d pool) {
    pool(pool);
    if (!pool.countPadding()) {
      output.metadata().whole(MetadataKeys.COUNT_PADDING, 0);
    }
  }

  private void flatten(Flatten flatten) {
    output.whole("start_dim", flatten.startDimension());
    output.whole("end_dim", flatten.endDimension());
    output.shape("input_type", graph.inputShape(name));
  }

  private void pair(String field, Extent2d extent) {
    output.wholes(field, extent.rows(), extent.columns());
  }
}

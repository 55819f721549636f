package org.spikeledger.tools.bench.onnx;

import java.util.List;
import java.util.Map;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.tools.bench.workload.Block;
import org.spikeledger.tools.bench.workload.Chain;

/**
 * The ANN of a chain as an ONNX model: the same weights, rectifiers in place of neurons, average
 * pooling. Its input is {@code input}, (batch, channels, rows, columns); its output is {@code
 * output}, (batch, classes).
 */
public final class AnnModel {

  /** The name of the input. */
  public static final String INPUT = "input";

  /** The name of the output. */
  public static final String OUTPUT = "output";

  static final String ACTIVATION = ".activation";

  private final Chain chain;
  private final int batch;
  private final Representation representation;
  private final OnnxGraph graph = new OnnxGraph();

  private AnnModel(Chain chain, int batch, Representation representation) {
    this.chain = chain;
    this.batch = batch;
    this.representation = representation;
  }

  /** The model in float32. */
  public static byte[] float32(Chain chain, int batch) {
    return new AnnModel(chain, batch, new Float32()).write(false);
  }

  /**
   * The float32 model with every rectifier's values as outputs too, named by {@link
   * #activation(Block)}.
   */
  public static byte[] observed(Chain chain, int batch) {
    return new AnnModel(chain, batch, new Float32()).write(true);
  }

  /**
   * The model in int8: quantise-dequantise nodes around each operator, which a runtime replaces by
   * integer ones.
   *
   * @param largest absolute value of the input, by {@link #INPUT}, and of each rectifier, by {@link
   *     #activation(Block)}
   */
  public static byte[] int8(Chain chain, int batch, Map<String, Float> largest) {
    return new AnnModel(chain, batch, new QuantiseDequantise(largest)).write(false);
  }

  /** The name of a block's rectified values. */
  public static String activation(Block block) {
    return block.name() + ACTIVATION;
  }

  private byte[] write(boolean observed) {
    graph.input(INPUT, withBatch(chain.input()));
    String value = representation.input(graph, INPUT);
    Shape shape = chain.input();
    String activation = INPUT;
    for (Block block : chain.blocks()) {
      boolean last = block.name().equals(chain.blocks().getLast().name());
      shape = shape(block, shape);
      value = sum(block, front(block, value, activation), last ? OUTPUT : block.name());
      if (!last) {
        value = representation.rectified(graph, block.name(), value);
        activation = activation(block);
        if (observed) {
          graph.output(activation, withBatch(shape));
        }
      }
    }
    graph.output(OUTPUT, withBatch(shape));
    return graph.model();
  }

  private String front(Block block, String source, String activation) {
    String value = source;
    if (block.pooled()) {
      String pool =
          graph.node(
              "AveragePool",
              block.name() + ".pool",
              List.of(value),
              Attribute.list("kernel_shape", 2, 2),
              Attribute.list("strides", 2, 2));
      value = representation.kept(graph, pool, activation);
    }
    if (block.flattened()) {
      String flat = graph.node("Flatten", block.name() + ".flatten", List.of(value));
      value = representation.kept(graph, flat, activation);
    }
    return value;
  }

  private String sum(Block block, String value, String name) {
    Connection connection = block.connection();
    String weights = representation.weights(graph, block.name(), connection.weight());
    List<String> inputs = List.of(value, weights);
    return connection instanceof Conv2d convolution
        ? graph.node("Conv", name, inputs, attributes(convolution))
        : graph.node("Gemm", name, inputs, Attribute.number("transB", 1));
  }

  private static Attribute[] attributes(Conv2d convolution) {
    var padding = convolution.padding();
    var kernel = convolution.kernel();
    return new Attribute[] {
      Attribute.list("kernel_shape", kernel.rows(), kernel.columns()),
      Attribute.list("pads", padding.top(), padding.left(), padding.bottom(), padding.right())
    };
  }

  private static Shape shape(Block block, Shape before) {
    int channels = block.connection().weight().shape().dimension(0);
    int divisor = block.pooled() ? 2 : 1;
    return block.connection() instanceof Conv2d
        ? Shape.of(channels, before.rows() / divisor, before.columns() / divisor)
        : Shape.of(channels);
  }

  private int[] withBatch(Shape shape) {
    int[] extents = new int[shape.rank() + 1];
    extents[0] = batch;
    for (int i = 0; i < shape.rank(); i++) {
      extents[i + 1] = shape.dimension(i);
    }
    return extents;
  }
}

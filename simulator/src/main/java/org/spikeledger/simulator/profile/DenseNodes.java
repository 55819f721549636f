package org.spikeledger.simulator.profile;

import java.util.HashMap;
import java.util.Map;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.SparseMatrix;
import org.spikeledger.models.graph.Tensor;

/**
 * What a node that keeps nothing from one timestep to the next sends for the values that arrive,
 * all of them, by NIR index, in plain float32 loops. For statistics: its sums are in no canonical
 * order.
 */
final class DenseNodes {

  private final Graph graph;
  private final Map<String, DenseConvolution> convolutions = new HashMap<>();

  DenseNodes(Graph graph) {
    this.graph = graph;
  }

  /** The values that a node sends. */
  float[] send(String name, float[] arriving) {
    Node node = graph.node(name);
    if (node instanceof Connection connection) {
      return weighted(name, connection, arriving);
    }
    if (node instanceof Pool pool) {
      return new DensePool(pool, graph.inputShape(name), graph.shape(name)).send(arriving);
    }
    if (node instanceof Flatten) {
      return arriving;
    }
    throw new IllegalArgumentException(
        "a node that is asked here keeps nothing: node=%s type=%s".formatted(name, node.type()));
  }

  private float[] weighted(String name, Connection connection, float[] arriving) {
    float[] sums = new float[graph.shape(name).size()];
    connection.bias().ifPresent(bias -> fill(sums, bias));
    switch (connection) {
      case Conv2d conv -> addConvolution(name, conv, arriving, sums);
      case Conv1d conv -> addConvolution(name, conv.asConv2d(), arriving, sums);
      case Scale scale -> addScaled(scale.weight(), arriving, sums);
      case Linear _, Affine _ -> addFull(connection.weight(), arriving, sums);
      case SparseLinear sparse -> addSparse(sparse.matrix(), arriving, sums);
    }
    return sums;
  }

  private void addConvolution(String name, Conv2d conv, float[] arriving, float[] sums) {
    convolutions
        .computeIfAbsent(name, n -> new DenseConvolution(conv, graph.inputShape(n), graph.shape(n)))
        .add(arriving, sums);
  }

  private static void addScaled(Tensor scale, float[] arriving, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += scale.get(i) * arriving[i];
    }
  }

  private static void addSparse(SparseMatrix matrix, float[] arriving, float[] sums) {
    for (int target = 0; target < sums.length; target++) {
      for (int e = matrix.start(target); e < matrix.start(target + 1); e++) {
        sums[target] += matrix.values().get(e) * arriving[matrix.columnOf(e)];
      }
    }
  }

  private static void fill(float[] sums, Tensor bias) {
    int positions = sums.length / bias.size();
    for (int i = 0; i < sums.length; i++) {
      sums[i] = bias.get(i / positions);
    }
  }

  private static void addFull(Tensor weight, float[] arriving, float[] sums) {
    Shape shape = weight.shape();
    int sources = shape.dimension(1);
    for (int target = 0; target < shape.dimension(0); target++) {
      float sum = sums[target];
      for (int source = 0; source < sources; source++) {
        sum += weight.get(target * sources + source) * arriving[source];
      }
      sums[target] = sum;
    }
  }
}

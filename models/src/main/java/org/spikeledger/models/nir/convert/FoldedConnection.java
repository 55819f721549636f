package org.spikeledger.models.nir.convert;

import java.util.Optional;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/**
 * A connection that does what it did and what an elementwise node before or behind it did. Products
 * and sums are made in double and rounded to float32 once.
 */
final class FoldedConnection {

  private final Connection connection;
  private final ElementwiseNode elementwise;
  private final float[] weight;
  private final double[] bias;

  private FoldedConnection(Connection connection, ElementwiseNode elementwise) {
    this.connection = connection;
    this.elementwise = elementwise;
    weight = connection.weight().toArray();
    bias = new double[connection.weight().shape().dimension(0)];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = connection.bias().isPresent() ? connection.bias().get().get(i) : 0;
    }
  }

  /** With the elementwise node behind; empty where one node cannot do both. */
  static Optional<Connection> before(Connection connection, ElementwiseNode behind) {
    if (!isStoredInRows(connection) || !behind.isByChannel()) {
      return Optional.empty();
    }
    FoldedConnection folded = new FoldedConnection(connection, behind);
    folded.scaleRows();
    return Optional.of(folded.rebuilt());
  }

  /** With the elementwise node before; empty where one node cannot do both. */
  static Optional<Connection> behind(ElementwiseNode before, Connection connection) {
    boolean fits =
        switch (connection) {
          case Linear _, Affine _ -> true;
          case Conv1d _ -> before.isPureScale() && before.isByChannel();
          // A shift would not reach the zeros of the padding.
          case Conv2d conv ->
              before.isByChannel()
                  && (before.isPureScale() || conv.padding().equals(Padding.of(0, 0)));
          default -> false;
        };
    if (!fits) {
      return Optional.empty();
    }
    FoldedConnection folded = new FoldedConnection(connection, before);
    folded.scaleColumns();
    return Optional.of(folded.rebuilt());
  }

  /** Whether the first dimension of the weights is that of the targets. */
  private static boolean isStoredInRows(Connection connection) {
    return connection instanceof Linear
        || connection instanceof Affine
        || connection instanceof Conv1d
        || connection instanceof Conv2d;
  }

  private void scaleRows() {
    int row = weight.length / bias.length;
    for (int target = 0; target < bias.length; target++) {
      double factor = elementwise.channelFactor(target).orElseThrow();
      for (int i = target * row; i < (target + 1) * row; i++) {
        weight[i] = (float) (weight[i] * factor);
      }
      bias[target] = bias[target] * factor + elementwise.channelShift(target).orElseThrow();
    }
  }

  private void scaleColumns() {
    int row = weight.length / bias.length;
    int sources = connection.weight().shape().dimension(1);
    int taps = row / sources;
    int targetsInGroup = bias.length / groups();
    for (int i = 0; i < weight.length; i++) {
      int target = i / row;
      int source = target / targetsInGroup * sources + i % row / taps;
      double before = weight[i];
      bias[target] += before * shift(source);
      weight[i] = (float) (before * factor(source));
    }
  }

  private int groups() {
    return switch (connection) {
      case Conv2d conv -> conv.groups();
      case Conv1d conv -> conv.groups();
      default -> 1;
    };
  }

  private double factor(int source) {
    return elementwise.channelFactor(source).orElseThrow();
  }

  private double shift(int source) {
    return elementwise.channelShift(source).orElseThrow();
  }

  private Connection rebuilt() {
    Tensor scaled = Tensor.adopt(connection.weight().shape(), weight);
    Tensor shifted = rounded();
    boolean biased = connection.bias().isPresent() || !shifted.isZero();
    Optional<Tensor> optional = biased ? Optional.of(shifted) : Optional.empty();
    return switch (connection) {
      case Linear _, Affine _ -> biased ? new Affine(scaled, shifted) : new Linear(scaled);
      case Conv2d conv ->
          new Conv2d(
              scaled, optional, conv.stride(), conv.padding(), conv.dilation(), conv.groups());
      case Conv1d conv ->
          new Conv1d(
              scaled,
              optional,
              conv.stride(),
              conv.paddingBefore(),
              conv.paddingAfter(),
              conv.dilation(),
              conv.groups());
      default -> throw new IllegalStateException("not folded: " + connection.type());
    };
  }

  private Tensor rounded() {
    float[] values = new float[bias.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) bias[i];
    }
    return Tensor.adopt(Shape.of(values.length), values);
  }
}

package org.spikeledger.simulator.profile;

import java.util.function.IntConsumer;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SparseLinear;

/**
 * A connection's weights as rows: the weights that one event fetches together, one a target
 * channel. A convolution has a row a tap and source channel, a linear layer one a source element
 * (in a sparse one of the weights that are stored).
 */
interface WeightRows {

  /** How many rows there are. */
  int rows();

  /** Weights of a row. */
  int width(int row);

  /** Weights of a row that are not zero. */
  int nonZero(int row);

  /** Visits the rows that an event of a source element (NIR index) fetches; borders are kept. */
  void of(int element, IntConsumer row);

  /** The rows of a connection. */
  static WeightRows of(Connection connection, Shape source, Shape target) {
    return switch (connection) {
      case Conv2d conv -> new ConvolutionRows(conv, source, target);
      case Conv1d conv -> new ConvolutionRows(conv.asConv2d(), source, target);
      case Scale scale -> new ScaleRows(scale, source.size());
      case Linear _, Affine _ -> new LinearRows(connection);
      case SparseLinear sparse -> new SparseRows(sparse.matrix());
    };
  }
}

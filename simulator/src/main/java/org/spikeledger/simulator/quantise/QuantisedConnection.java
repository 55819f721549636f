package org.spikeledger.simulator.quantise;

import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.Tensor;

/**
 * A connection with whole weights.
 *
 * @param name of the node
 * @param connection of float32
 * @param scales of the population behind it
 * @param unit what an arriving event of 1 stands for
 */
record QuantisedConnection(String name, Connection connection, ChannelScales scales, double unit) {

  Node node() {
    Tensor weight = scales.quantised(connection.weight(), unit);
    return switch (connection) {
      case Conv2d conv ->
          new Conv2d(
              weight,
              conv.bias().map(scales::quantisedBias),
              conv.stride(),
              conv.padding(),
              conv.dilation(),
              conv.groups());
      case Conv1d conv ->
          new Conv1d(
              weight,
              conv.bias().map(scales::quantisedBias),
              conv.stride(),
              conv.paddingBefore(),
              conv.paddingAfter(),
              conv.dilation(),
              conv.groups());
      case Linear _ -> new Linear(weight);
      case Affine affine -> new Affine(weight, scales.quantisedBias(affine.biases()));
      case Scale _ -> new Scale(weight);
      case SparseLinear _ -> throw EventUnits.refused("no layer is sparse", name);
    };
  }
}

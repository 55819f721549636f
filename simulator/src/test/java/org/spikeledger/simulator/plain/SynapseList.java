package org.spikeledger.simulator.plain;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.SparseMatrix;

/**
 * Every synapse of a connection, written out: target after target, tap after tap, by NIR indices.
 * Made for tests from the definition of each node, the other way round than the simulators go.
 */
final class SynapseList {

  record Synapse(int target, float weight) {}

  private final List<List<Synapse>> ofSource = new ArrayList<>();
  private final int borderless;

  private SynapseList(int sources, int borderless) {
    for (int i = 0; i < sources; i++) {
      ofSource.add(new ArrayList<>());
    }
    this.borderless = borderless;
  }

  static SynapseList of(Connection connection, Shape source, Shape target) {
    return switch (connection) {
      case Conv2d conv -> convolution(conv, source, target);
      case Conv1d conv -> sequence(conv, source, target);
      case Scale scale -> {
        SynapseList list = new SynapseList(source.size(), 1);
        for (int i = 0; i < source.size(); i++) {
          list.add(i, i, scale.scale().get(i));
        }
        yield list;
      }
      case SparseLinear linear -> sparse(linear.matrix());
      default -> {
        int out = target.size();
        SynapseList list = new SynapseList(source.size(), out);
        for (int to = 0; to < out; to++) {
          for (int from = 0; from < source.size(); from++) {
            list.add(from, to, connection.weight().get(to * source.size() + from));
          }
        }
        yield list;
      }
    };
  }

  private static SynapseList convolution(Conv2d conv, Shape source, Shape target) {
    int perGroup = conv.weight().shape().dimension(1);
    int kernelRows = conv.weight().shape().dimension(2);
    int kernelColumns = conv.weight().shape().dimension(3);
    int outPerGroup = target.dimension(0) / conv.groups();
    SynapseList list = new SynapseList(source.size(), outPerGroup * kernelRows * kernelColumns);
    int rows = source.dimension(1);
    int columns = source.dimension(2);
    for (int to = 0; to < target.size(); to++) {
      int channel = to / (target.dimension(1) * target.dimension(2));
      int row = to / target.dimension(2) % target.dimension(1);
      int column = to % target.dimension(2);
      for (int weight = 0; weight < perGroup * kernelRows * kernelColumns; weight++) {
        int in = weight / (kernelRows * kernelColumns) + channel / outPerGroup * perGroup;
        int kernelRow = weight / kernelColumns % kernelRows;
        int kernelColumn = weight % kernelColumns;
        int r =
            row * conv.stride().rows() + kernelRow * conv.dilation().rows() - conv.padding().top();
        int c =
            column * conv.stride().columns()
                + kernelColumn * conv.dilation().columns()
                - conv.padding().left();
        if (r >= 0 && r < rows && c >= 0 && c < columns) {
          int at = channel * perGroup * kernelRows * kernelColumns + weight;
          list.add((in * rows + r) * columns + c, to, conv.weight().get(at));
        }
      }
    }
    return list;
  }

  private static SynapseList sequence(Conv1d conv, Shape source, Shape target) {
    int perGroup = conv.weight().shape().dimension(1);
    int kernel = conv.weight().shape().dimension(2);
    int outPerGroup = target.dimension(0) / conv.groups();
    int length = source.dimension(1);
    SynapseList list = new SynapseList(source.size(), outPerGroup * kernel);
    for (int to = 0; to < target.size(); to++) {
      int channel = to / target.dimension(1);
      int first = to % target.dimension(1) * conv.stride() - conv.paddingBefore();
      for (int weight = 0; weight < perGroup * kernel; weight++) {
        int position = first + weight % kernel * conv.dilation();
        int in = weight / kernel + channel / outPerGroup * perGroup;
        if (position >= 0 && position < length) {
          int at = channel * perGroup * kernel + weight;
          list.add(in * length + position, to, conv.weight().get(at));
        }
      }
    }
    return list;
  }

  private static SynapseList sparse(SparseMatrix matrix) {
    SynapseList list = new SynapseList(matrix.columns(), -1);
    for (int row = 0; row < matrix.rows(); row++) {
      for (int e = matrix.start(row); e < matrix.start(row + 1); e++) {
        list.add(matrix.columnOf(e), row, matrix.values().get(e));
      }
    }
    return list;
  }

  private void add(int source, int target, float weight) {
    ofSource.get(source).add(new Synapse(target, weight));
  }

  List<Synapse> from(int source) {
    return ofSource.get(source);
  }

  /** The synapses that a source would have without borders and stride. */
  int borderless(int source) {
    return borderless < 0 ? from(source).size() : borderless;
  }
}

package org.spikeledger.simulator.reference;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.SparseMatrix;
import org.spikeledger.models.graph.Tensor;

/** The synapses that leave one element, one by one. */
interface Synapses {

  /** Stands for the target of a tap that falls beside the map, where no synapse is. */
  int NOWHERE = -1;

  /** Visits every synapse of a source element, given by NIR index. */
  void from(int source, Visitor visitor);

  /** Receives one synapse. */
  interface Visitor {

    /**
     * A synapse, or a tap without one.
     *
     * @param target NIR index, or {@link #NOWHERE}
     * @param weight of the synapse
     */
    void synapse(int target, float weight);
  }

  /** The synapses of a connection between two shapes. */
  static Synapses of(Connection connection, Shape source, Shape target) {
    return switch (connection) {
      case Conv2d conv -> new Convolution(conv, source, target);
      case Conv1d conv -> new Convolution(conv.asConv2d(), source, target);
      case Scale scale -> new OneToOne(scale.scale());
      case SparseLinear linear -> Listed.of(linear.matrix());
      case Linear linear -> new Full(linear.weight());
      case Affine affine -> new Full(affine.weight());
    };
  }

  /** Every source to every target. */
  record Full(Tensor weight) implements Synapses {

    @Override
    public void from(int source, Visitor visitor) {
      int targets = weight.shape().dimension(0);
      int sources = weight.shape().dimension(1);
      for (int target = 0; target < targets; target++) {
        visitor.synapse(target, weight.get(target * sources + source));
      }
    }
  }

  /** Every source to the targets of its own list. */
  record Listed(List<List<Synapse>> ofSource) implements Synapses {

    /** One synapse of a list. */
    record Synapse(int target, float weight) {}

    static Listed of(SparseMatrix matrix) {
      List<List<Synapse>> lists = new ArrayList<>();
      for (int source = 0; source < matrix.columns(); source++) {
        lists.add(new ArrayList<>());
      }
      for (int row = 0; row < matrix.rows(); row++) {
        for (int e = matrix.start(row); e < matrix.start(row + 1); e++) {
          lists.get(matrix.columnOf(e)).add(new Synapse(row, matrix.values().get(e)));
        }
      }
      return new Listed(lists);
    }

    @Override
    public void from(int source, Visitor visitor) {
      ofSource.get(source).forEach(each -> visitor.synapse(each.target(), each.weight()));
    }
  }

  /** Every source to the target of the same index. */
  record OneToOne(Tensor scale) implements Synapses {

    @Override
    public void from(int source, Visitor visitor) {
      visitor.synapse(source, scale.get(source));
    }
  }

  /** A source to the targets whose windows hold it. */
  record Convolution(Conv2d conv, Shape source, Shape target) implements Synapses {

    @Override
    public void from(int index, Visitor visitor) {
      int columns = source.columns();
      int channel = index / (source.rows() * columns);
      int row = index / columns % source.rows();
      int column = index % columns;
      for (int kernelRow = 0; kernelRow < conv.kernel().rows(); kernelRow++) {
        for (int kernelColumn = 0; kernelColumn < conv.kernel().columns(); kernelColumn++) {
          int targetRow =
              position(
                  row + conv.padding().top() - kernelRow * conv.dilation().rows(),
                  conv.stride().rows(),
                  target.rows());
          int targetColumn =
              position(
                  column + conv.padding().left() - kernelColumn * conv.dilation().columns(),
                  conv.stride().columns(),
                  target.columns());
          tap(channel, kernelRow, kernelColumn, targetRow, targetColumn, visitor);
        }
      }
    }

    private void tap(
        int channel, int kernelRow, int kernelColumn, int row, int column, Visitor visitor) {
      int channelsPerGroup = conv.channelsInPerGroup();
      int targetsPerGroup = conv.channelsOut() / conv.groups();
      int group = channel / channelsPerGroup;
      for (int i = 0; i < targetsPerGroup; i++) {
        int channelOut = group * targetsPerGroup + i;
        int weight =
            ((channelOut * channelsPerGroup + channel % channelsPerGroup) * conv.kernel().rows()
                        + kernelRow)
                    * conv.kernel().columns()
                + kernelColumn;
        boolean exists = row != NOWHERE && column != NOWHERE;
        int to = exists ? (channelOut * target.rows() + row) * target.columns() + column : NOWHERE;
        visitor.synapse(to, conv.weight().get(weight));
      }
    }

    private static int position(int offset, int stride, int extent) {
      boolean exists = offset >= 0 && offset % stride == 0 && offset / stride < extent;
      return exists ? offset / stride : NOWHERE;
    }
  }
}

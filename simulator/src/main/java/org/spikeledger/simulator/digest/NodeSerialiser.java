package org.spikeledger.simulator.digest;

import java.util.Optional;
import org.spikeledger.models.digest.Sha256;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.SparseMatrix;
import org.spikeledger.models.graph.Synapse;
import org.spikeledger.models.graph.Tensor;

/**
 * Writes a node's type and parameters into a digest: text type, then
 *
 * <pre>{@code
 * Input             extents
 * Output            the scale if it is not the scalar 1
 * Flatten           start dimension, end dimension
 * Delay             timesteps
 * Linear            weight
 * SparseLinear      rows, columns, the offset of each row and of the end, the columns, values
 * Affine            weight, bias
 * Scale             scale
 * Conv1d            weight, bias or none, stride, padding before and after, dilation, groups
 * Conv2d            weight, bias or none, stride, padding (top, left, bottom, right), dilation, groups
 * SumPool2d         kernel, stride, padding, 0
 * AvgPool2d         kernel, stride, padding, 1 where padding counts, else 0
 * I, LI             leak, gain, drift
 * CubaLI            synaptic leak, synaptic gain, current rule; leak, gain, drift
 * CubaLIF           synaptic leak, synaptic gain, current rule; then as LIF
 * IF, LIF,
 * Threshold         leak, gain, drift, threshold, threshold rule, spike rule, reset rule, reset
 *                   value, the amplitude if it is not 1, the rounding of the leak if it is WHOLE
 * }</pre>
 *
 * <p>Extents are their number and each, as ints; a stride and its like are rows, then columns; a
 * tensor is its extents and the float bits (a scalar has no extents); no bias is int 0, a bias that
 * may be missing is int 1 and the tensor; rules are texts, their names. An IF or I has leak 1 and
 * drift 0, a Threshold leak 0.
 */
final class NodeSerialiser {

  private final Sha256 sha;

  NodeSerialiser(Sha256 sha) {
    this.sha = sha;
  }

  void put(Node node) {
    sha.putText(node.type());
    switch (node) {
      case Input input -> put(input.shape());
      case Output output -> {
        if (!output.scale().equals(Tensor.scalar(1f))) {
          put(output.scale());
        }
      }
      case Flatten flatten -> {
        sha.putInt(flatten.startDimension());
        sha.putInt(flatten.endDimension());
      }
      case Delay delay -> put(delay.timesteps());
      case Linear linear -> put(linear.weight());
      case SparseLinear linear -> put(linear.matrix());
      case Affine affine -> {
        put(affine.weight());
        put(affine.biases());
      }
      case Scale scale -> put(scale.scale());
      case Conv1d conv -> put(conv);
      case Conv2d conv -> put(conv);
      case Pool pool -> put(pool);
      case Population population -> put(population);
    }
  }

  private void put(SparseMatrix matrix) {
    sha.putInt(matrix.rows());
    sha.putInt(matrix.columns());
    for (int row = 0; row <= matrix.rows(); row++) {
      sha.putInt(matrix.start(row));
    }
    for (int element = 0; element < matrix.values().size(); element++) {
      sha.putInt(matrix.columnOf(element));
    }
    put(matrix.values());
  }

  private void put(Conv1d conv) {
    put(conv.weight());
    put(conv.bias());
    sha.putInt(conv.stride());
    sha.putInt(conv.paddingBefore());
    sha.putInt(conv.paddingAfter());
    sha.putInt(conv.dilation());
    sha.putInt(conv.groups());
  }

  private void put(Conv2d conv) {
    put(conv.weight());
    put(conv.bias());
    put(conv.stride());
    Padding padding = conv.padding();
    sha.putInt(padding.top());
    sha.putInt(padding.left());
    sha.putInt(padding.bottom());
    sha.putInt(padding.right());
    put(conv.dilation());
    sha.putInt(conv.groups());
  }

  private void put(Pool pool) {
    put(pool.kernel());
    put(pool.stride());
    put(pool.padding());
    sha.putInt(pool instanceof AvgPool2d average && average.countPadding() ? 1 : 0);
  }

  private void put(Population population) {
    population.synapse().ifPresent(this::put);
    put(population.leak());
    put(population.gain());
    put(population.drift());
    if (population instanceof Neuron neuron) {
      put(neuron.firing());
    }
    if (population.leakRounding() == LeakRounding.WHOLE) {
      sha.putText(population.leakRounding().name());
    }
  }

  private void put(Synapse synapse) {
    put(synapse.leak());
    put(synapse.gain());
    sha.putText(synapse.rule().name());
  }

  private void put(Firing firing) {
    put(firing.threshold());
    sha.putText(firing.thresholdRule().name());
    sha.putText(firing.spikeRule().name());
    sha.putText(firing.resetRule().name());
    put(firing.resetValue());
    if (firing.amplitude() != 1f) {
      sha.putFloat(firing.amplitude());
    }
  }

  private void put(Optional<Tensor> tensor) {
    sha.putInt(tensor.isPresent() ? 1 : 0);
    tensor.ifPresent(this::put);
  }

  private void put(Tensor tensor) {
    put(tensor.shape());
    tensor.forEach((_, value) -> sha.putFloat(value));
  }

  private void put(Shape shape) {
    sha.putInt(shape.rank());
    shape.dimensions().forEach(sha::putInt);
  }

  private void put(Extent2d extent) {
    sha.putInt(extent.rows());
    sha.putInt(extent.columns());
  }
}

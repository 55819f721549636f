package org.spikeledger.tools.bench.rival;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.tools.bench.workload.Block;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * A layer in dense tensors.
 *
 * @param block pool, flattening and kind of the layer
 * @param weight maps by row, column, channel, which is the faster order here
 * @param leak of all neurons
 * @param threshold one value, or one a neuron; null where the layer never fires
 */
record DenseLayer(Block block, Tensor weight, float leak, Tensor threshold) {

  private static final long[] ONE = {1, 1};

  static DenseLayer of(Block block, Neuron neuron) {
    Tensor weight = FloatTensors.dense(tensor(block.connection().weight(), 0));
    return neuron == null
        ? new DenseLayer(block, weight, 1f, null)
        : new DenseLayer(
            block,
            weight,
            neuron.leak().get(0),
            FloatTensors.dense(tensor(neuron.firing().threshold(), 1)));
  }

  private static Tensor tensor(org.spikeledger.models.graph.Tensor tensor, int ones) {
    Shape shape = tensor.shape();
    long[] extents = new long[shape.rank() + ones];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = i < ones ? 1 : shape.dimension(i - ones);
    }
    return FloatTensors.of(tensor.toArray(), extents);
  }

  /** What the values of the layer before give to each neuron. */
  Tensor current(Tensor values) {
    Tensor arriving = block.pooled() ? torch.avg_pool2d(values, 2, 2) : values;
    Tensor flat = block.flattened() ? arriving.flatten(1, -1) : arriving;
    return weight.dim() == 4
        ? torch.conv2d(flat, weight, new TensorOptional(), ONE, ONE, ONE, 1)
        : torch.linear(flat, weight);
  }

  /** The potentials after leak and current; those of before are changed. */
  Tensor charged(Tensor potentials, Tensor current) {
    if (potentials == null) {
      return current.clone();
    }
    return (leak == 1f ? potentials : potentials.mul_(new Scalar(leak))).add_(current);
  }

  /** The spikes, 0 or 1; the potentials are reset by subtraction. */
  Tensor fire(Tensor potentials) {
    Tensor spikes = potentials.gt(threshold).to(ScalarType.Float);
    potentials.sub_(spikes.mul(threshold));
    return spikes;
  }
}

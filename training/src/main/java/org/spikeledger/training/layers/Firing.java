package org.spikeledger.training.layers;

import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * What a layer of neurons did in one pass: a cut in the graph of derivatives, which {@link
 * #backward} joins again.
 *
 * @param neurons the layer
 * @param currents that came in
 * @param potentials before the spike test, all timesteps along the batch dimension
 * @param spikes 0 or 1, all timesteps along the batch dimension; gathers its own gradient
 * @param spikeCount sum of the spikes
 * @param timesteps how many there are
 * @param shared whether the currents are those of one timestep
 */
record Firing(
    SpikingNeurons neurons,
    Tensor currents,
    Tensor potentials,
    Tensor spikes,
    long spikeCount,
    int timesteps,
    boolean shared) {

  static Firing of(SpikingNeurons neurons, Tensor currents, int timesteps, boolean shared) {
    Tensor dense = FloatTensors.dense(currents);
    Tensor potentials = emptyLike(dense, shared ? timesteps : 1);
    Tensor spikes = emptyLike(dense, shared ? timesteps : 1);
    long values = potentials.numel() / timesteps;
    long count =
        neurons
            .kernel(timesteps, values)
            .fire(
                FloatTensors.buffer(dense),
                shared,
                FloatTensors.buffer(potentials),
                FloatTensors.buffer(spikes));
    return new Firing(neurons, dense, potentials, spikes, count, timesteps, shared);
  }

  /** Spikes per neuron per timestep. */
  double spikeRate() {
    return (double) spikeCount / spikes.numel();
  }

  /**
   * Takes the gradient that the spikes have gathered through neurons and currents.
   *
   * @param priceOfSpike added to the gradient of every spike
   */
  void backward(double priceOfSpike) {
    Tensor gradients = FloatTensors.dense(spikes.grad());
    if (priceOfSpike != 0) {
      gradients = gradients.add(new Scalar((float) priceOfSpike));
    }
    Tensor currentGradients = emptyLike(currents, 1);
    NeuronGradient gradient =
        neurons
            .kernel(timesteps, potentials.numel() / timesteps)
            .backward(
                FloatTensors.buffer(potentials),
                FloatTensors.buffer(gradients),
                shared,
                neurons.surrogateScale(),
                FloatTensors.buffer(currentGradients));
    neurons.accumulate(gradient);
    currents.backward(currentGradients, new BoolOptional(), false, new TensorArrayRefOptional());
  }

  private static Tensor emptyLike(Tensor tensor, int repeats) {
    long batch = tensor.size(0) * repeats;
    return tensor.dim() == 4
        ? FloatTensors.emptyMaps(batch, tensor.size(1), tensor.size(2), tensor.size(3))
        : torch.empty(batch, tensor.size(1));
  }
}

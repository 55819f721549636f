package org.spikeledger.training.layers;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.kernel.NeuronGradient;
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
 * @param repeats successive timesteps that each current serves
 */
record Firing(
    SpikingNeurons neurons,
    Tensor currents,
    Tensor potentials,
    Tensor spikes,
    long spikeCount,
    int timesteps,
    int repeats) {

  static Firing of(SpikingNeurons neurons, Tensor currents, int timesteps, int repeats) {
    Tensor dense = FloatTensors.dense(currents);
    Tensor potentials = emptyLike(dense, repeats);
    Tensor spikes = emptyLike(dense, repeats);
    long values = potentials.numel() / timesteps;
    long count =
        neurons
            .kernel(timesteps, repeats, values)
            .fire(
                FloatTensors.memory(dense),
                FloatTensors.memory(potentials),
                FloatTensors.memory(spikes));
    return new Firing(neurons, dense, potentials, spikes, count, timesteps, repeats);
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
            .kernel(timesteps, repeats, potentials.numel() / timesteps)
            .backward(
                FloatTensors.memory(potentials),
                FloatTensors.memory(gradients),
                neurons.surrogateScale(),
                FloatTensors.memory(currentGradients));
    neurons.accumulate(gradient);
    FloatTensors.backward(currents, currentGradients);
  }

  private static Tensor emptyLike(Tensor tensor, int repeats) {
    long batch = tensor.size(0) * repeats;
    return tensor.dim() == 4
        ? FloatTensors.emptyMaps(batch, tensor.size(1), tensor.size(2), tensor.size(3))
        : torch.empty(batch, tensor.size(1));
  }
}

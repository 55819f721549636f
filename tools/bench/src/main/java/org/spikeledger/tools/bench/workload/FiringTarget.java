package org.spikeledger.tools.bench.workload;

import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/**
 * How the neurons of a calibrated network shall fire.
 *
 * @param rate spikes a neuron and timestep
 * @param perChannel whether each channel has a threshold of its own; else each layer
 * @param leak what is kept of the potential a timestep
 */
record FiringTarget(double rate, boolean perChannel, float leak) {

  /** How many thresholds a layer has. */
  int groups(Shape shape) {
    return perChannel ? shape.channels() : 1;
  }

  /** The neurons of a layer, one threshold a group. */
  Neuron neuron(Shape shape, float[] thresholds) {
    Firing firing = Firing.ofPaper(thresholds(shape, thresholds));
    Tensor one = Tensor.scalar(1f);
    return leak == 1f
        ? new IF(one, firing)
        : new LIF(Tensor.scalar(leak), one, Tensor.scalar(0f), firing);
  }

  private static Tensor thresholds(Shape shape, float[] thresholds) {
    if (thresholds.length == 1) {
      return Tensor.scalar(thresholds[0]);
    }
    int positions = shape.size() / thresholds.length;
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = thresholds[i / positions];
    }
    return Tensor.adopt(shape, values);
  }
}

package org.spikeledger.training.rl.act;

import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.libtorch.FloatTensors;

/** Makes of one observation, as the environment gives it, a network's input. */
record ScaledObservation(Shape shape, double scale) {

  Tensor tensor(float[] observation) {
    float factor = (float) scale;
    float[] scaled = new float[observation.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = observation[i] * factor;
    }
    return FloatTensors.of(scaled, 1, shape.channels(), shape.rows(), shape.columns());
  }
}

package org.spikeledger.tools.bench.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;

/** The spikes of a layer with known currents and thresholds, as the next layer's input. */
final class LayerSpikes {

  private final Currents currents;
  private final float[] thresholds;
  private final float leak;

  LayerSpikes(Currents currents, float[] thresholds, float leak) {
    this.currents = currents;
    this.thresholds = thresholds;
    this.leak = leak;
  }

  /** One input for each array of currents. */
  List<EncodedInput> inputs() {
    List<EncodedInput> inputs = new ArrayList<>();
    currents.values().forEach(values -> inputs.add(input(values)));
    return inputs;
  }

  private EncodedInput input(float[] values) {
    int neurons = currents.shape().size();
    float[] potentials = new float[neurons];
    int[] starts = new int[currents.timesteps() + 1];
    int[] indices = new int[values.length];
    int count = 0;
    for (int timestep = 0; timestep < currents.timesteps(); timestep++) {
      for (int neuron = 0; neuron < neurons; neuron++) {
        float threshold = thresholds[neuron % thresholds.length];
        float potential = leak * potentials[neuron] + values[timestep * neurons + neuron];
        if (potential > threshold) {
          indices[count++] = neuron;
          potential -= threshold;
        }
        potentials[neuron] = potential;
      }
      starts[timestep + 1] = count;
    }
    return new EventInput(currents.shape(), starts, Arrays.copyOf(indices, count), null);
  }
}

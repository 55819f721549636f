package org.spikeledger.training.rl.act;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.spikeledger.training.layers.LayerActivity;
import org.spikeledger.training.layers.WeightedLayer;

/**
 * An agent of linear layers in plain Java, with copies of the weights: for one small observation
 * that is many times faster than libtorch.
 */
final class LinearAgent implements Agent {
  private final List<WeightedLayer> layers;
  private final List<DenseWeights> weights = new ArrayList<>();
  private final List<Neurons> neurons;
  private final List<float[]> currents = new ArrayList<>();
  private final int timesteps;
  private final boolean carries;
  private final float scale;
  private final float[] input;
  private final float[] direct;
  private final float[] actionValues;

  LinearAgent(
      List<WeightedLayer> layers,
      List<Neurons> neurons,
      int timesteps,
      boolean carries,
      double scale) {
    this.layers = layers;
    this.neurons = neurons;
    this.timesteps = timesteps;
    this.carries = carries;
    this.scale = (float) scale;
    for (WeightedLayer layer : layers) {
      weights.add(new DenseWeights(layer.synapses()));
      currents.add(new float[weights.getLast().targets()]);
    }
    input = new float[(int) layers.getFirst().synapses().weight().size(1)];
    direct = new float[weights.getFirst().targets()];
    actionValues = new float[weights.getLast().targets()];
  }

  @Override
  public void begin() {
    neurons.forEach(Neurons::begin);
  }

  @Override
  public float[] actionValues(float[] observation) {
    for (int i = 0; i < input.length; i++) {
      input[i] = observation[i] * scale;
    }
    if (!carries) {
      begin();
    }
    Arrays.fill(actionValues, 0f);
    weights.getFirst().currents(input, direct);
    for (int t = 0; t < timesteps; t++) {
      System.arraycopy(direct, 0, currents.getFirst(), 0, direct.length);
      runTimestep();
    }
    return actionValues;
  }

  private void runTimestep() {
    for (int i = 0; i < neurons.size(); i++) {
      neurons.get(i).apply(currents.get(i));
      weights.get(i + 1).currents(currents.get(i), currents.get(i + 1));
    }
    float[] last = currents.getLast();
    for (int i = 0; i < last.length; i++) {
      actionValues[i] += last[i];
    }
  }

  @Override
  public void refresh() {
    try (PointerScope _ = new PointerScope()) {
      weights.forEach(DenseWeights::refresh);
      neurons.forEach(Neurons::refresh);
    }
  }

  @Override
  public List<LayerActivity> activity() {
    List<LayerActivity> activity = new ArrayList<>();
    for (int i = 0; i < neurons.size(); i++) {
      if (neurons.get(i) instanceof Neurons.Spiking spiking) {
        activity.add(
            spiking.takeActivity(layers.get(i).name(), weights.get(i + 1).multiplyAccumulates()));
      }
    }
    return activity;
  }
}

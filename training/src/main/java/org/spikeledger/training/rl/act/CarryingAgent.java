package org.spikeledger.training.rl.act;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.layers.LayerActivity;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * An agent of any spiking network, whose membrane potentials are carried through an episode: the
 * currents by libtorch, the neurons in plain Java.
 */
final class CarryingAgent implements Agent {
  private final SpikingNetwork network;
  private final ScaledObservation scaled;
  private final List<Neurons.Spiking> neurons = new ArrayList<>();
  private final List<long[]> shapes = new ArrayList<>();
  private final List<Long> fed = new ArrayList<>();

  CarryingAgent(SpikingNetwork network, Shape observation, double scale) {
    this.network = network;
    this.scaled = new ScaledObservation(observation, scale);
    try (PointerScope _ = new PointerScope()) {
      Tensor currents = network.currents(0, scaled.tensor(new float[observation.size()]));
      for (int i = 0; i < network.neurons().size(); i++) {
        int size = Math.toIntExact(currents.numel());
        neurons.add(new Neurons.Spiking(network.neurons().get(i), size));
        shapes.add(currents.sizes().vec().get());
        currents = network.currents(i + 1, currents);
        fed.add(network.layers().get(i + 1).synapses().multiplyAccumulates(currents));
      }
    }
  }

  @Override
  public void begin() {
    neurons.forEach(Neurons::begin);
  }

  @Override
  public float[] actionValues(float[] observation) {
    try (PointerScope _ = new PointerScope()) {
      float[] direct = FloatTensors.values(network.currents(0, scaled.tensor(observation)));
      float[] values = runTimestep(direct.clone());
      for (int t = 1; t < network.timesteps(); t++) {
        float[] more = runTimestep(direct.clone());
        for (int i = 0; i < values.length; i++) {
          values[i] += more[i];
        }
      }
      return values;
    }
  }

  private float[] runTimestep(float[] first) {
    float[] currents = first;
    for (int i = 0; i < neurons.size(); i++) {
      neurons.get(i).apply(currents);
      Tensor spikes = FloatTensors.of(currents, shapes.get(i));
      currents = FloatTensors.values(network.currents(i + 1, spikes));
    }
    return currents;
  }

  @Override
  public void refresh() {
    try (PointerScope _ = new PointerScope()) {
      neurons.forEach(Neurons::refresh);
    }
  }

  @Override
  public List<LayerActivity> activity() {
    List<LayerActivity> activity = new ArrayList<>();
    for (int i = 0; i < neurons.size(); i++) {
      activity.add(neurons.get(i).takeActivity(network.layers().get(i).name(), fed.get(i)));
    }
    return activity;
  }
}
